package org.curation.enrich.page.person;

import static org.assertj.core.api.Assertions.assertThat;

import org.curation.enrich.page.PageFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a page names its author, and in which words. */
class BylinesTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "<p>It was founded on 4 March 1999 by Ann Other.</p> | -",
        "<p>By Monday, Ann Other of the Coop said, they were back</p> | -",
        "<p>By Christmas the hens were back, said Ann.</p> | -",
        "<blockquote>All is well. <cite>by Mark Twain</cite></blockquote> | -",
        "<p>The book was written by Ann Other in March 1999.</p> | -",
        "<p>Signed on January 4, 2020 by John Hancock.</p> | -",
        "<span itemprop=author itemscope><link itemprop=url href=/x><link itemprop=name content='Slow Hens'></span> | Slow Hens",
        "<p class=byline>By Ann Bell and Prof. Cy Dunn</p> | Ann Bell, Prof. Cy Dunn",
        "<p class=byline>By Ann Bell, translated by Cy Dunn</p> | Ann Bell",
        "<p class=byline>By Ann Bell, MD, PhD, FACP</p> | Ann Bell",
        "<meta name=citation_author content='van der Berg, Anna M.'> | Anna M. van der Berg",
        "<p class=author>بقلم: أحمد علي</p> | أحمد علي",
        "<p>بقلم: أحمد علي</p> | أحمد علي",
        "<p>文・山田太郎</p> | 山田太郎",
        "<p>文/山田太郎</p> | 山田太郎",
        "<p class=author>取材・文 山田太郎</p> | 山田太郎",
        "<p>作者:王小明</p> | 王小明",
        "<p>文/王小明</p> | 王小明",
        "<p class=author>记者 王小明 北京报道</p> | 王小明",
        "<p>記者王小明／台北報導</p> | 王小明",
        "<p>Автор: Иван Петров</p> | Иван Петров",
        "<p class=author>Автор: Иван Петров</p> | Иван Петров",
        "<p>김철수 기자</p> | 김철수",
        "<p class=byline>[서울=뉴스] 김철수 기자 chul@news.example</p> | 김철수",
        "<p>Autorin: Klara Weiß</p> | Klara Weiß",
        "<p>di Maria Rossi</p> | Maria Rossi",
        "<p>Autora: María Pérez</p> | María Pérez",
        "<p class=byline>Rédigé par Émile Roux</p> | Émile Roux",
        "<p class=byline>Publicado por João Melo</p> | João Melo",
        "<p class=byline>Posted on 31/12/2022 by Ann Lee</p> | Ann Lee",
        "<p class=author>Von Klara Weiß <span>Fr, 18. Oktober 2019</span></p> | Klara Weiß",
        "<div class=byline><span>By</span><span>by Ann Bell and Cy Dunn</span></div> | Ann Bell, Cy Dunn",
        "<div><span>By</span><div><a href=/author/x>Ann Lee</a></div></div> | Ann Lee",
        "<p class=byline>Par Ann Bell (avec Bob Ray et Cy Dunn)</p> | Ann Bell, Bob Ray, Cy Dunn",
        "<p class=byline>Ann Bell (Reuters)</p> | Ann Bell",
        "<p class=byline>Written by Ann Bell<br>Edited by Cy Dunn</p> | Ann Bell",
        "<p>Posted by Ann Bell, Software Engineer on Kilns</p> | Ann Bell",
        "<meta name=author content=@kilns><p class=author>Ann Bell</p> | Ann Bell",
        "<meta name=author content=株式会社窯><p class=author>山田 太郎</p> | 山田 太郎",
        "<meta name=author content='Kiln Inc'><meta name=author content='Ann Bell'> | Ann Bell",
        "<meta name=author content='Kiln GmbH'> | -",
        "<a rel=author href=/a style='display: none'>Kiln Staffer</a><p class=byline>By Ann Bell</p> | Ann Bell",
        "<div hidden><a rel=author href=/a>Ann Bell</a></div> | Ann Bell",
        "<div><strong>Title</strong> : Kilns</div><div><strong>Author</strong> : Ann Bell</div> | Ann Bell",
        "<div>&nbsp;Author: <a href='mailto:'>Ann Bell</a></div> | Ann Bell",
        "<div><strong>Author</strong> : Bob Ray</div><p>By Ann Bell</p> | Ann Bell",
        "<p class=author>Text & Fotos: Ann Bell</p> | Ann Bell",
        "<meta name=author content=Kilnworld> | -",
        "<meta name=author content='Ann Bell'><meta property=og:site_name content='Ann Bell'> | -",
        "<div itemscope itemtype=https://schema.org/BlogPosting><aside><b itemprop=author>Ann Bell</b></aside></div> | Ann Bell",
        "<aside><div itemscope itemtype=https://schema.org/BlogPosting><b itemprop=author>Bob Ray</b></div></aside> | -",
        "<script type=application/ld+json>{\"@type\":\"Article\",\"author\":\"{\\\"name\\\":\\\"Ann Bell\\\"}\"}</script> | Ann Bell",
        "<span class=submitted>Submitted by Jane Roe on Mon, 2019-01-21 13:49</span> | Jane Roe",
        "<span class=submitted-by>Submitted on Mon, 2019-01-21 13:49</span> | -",
        "<section class=author-admin><p>Maria Sample, walked home.</p></section> | -",
        "<span class=creator>Created by: <a>Nicolas Bell</a></span> | Nicolas Bell",
        "<p>作者认为这件事很重要，大家都应该想一想再说。</p> | -",
        "<meta name=twitter:label1 content='Written by'><meta name=twitter:data1 content='Ann Lee'> | Ann Lee",
        "<meta name=twitter:label1 content='Est. reading time'><meta name=twitter:data1 content='5 minutes'> | -",
        "<meta name=twitter:label2 content='Verfasst von'><meta name=twitter:data2 content='Ann Lee'><meta name=twitter:data1 content='5 minutes'> | Ann Lee"
      })
  void shouldReadWhoWroteThePage(String markup, @Nullable String byline) {
    // When
    PageFacts facts =
        PageFacts.read(
            "<article><h1>Kilns</h1>" + markup + "</article>", "https://kilnworld.example/", null);

    // Then
    assertThat(facts.byline()).isEqualTo(byline);
  }
}
