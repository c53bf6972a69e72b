package org.curation.enrich.page.date;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.curation.enrich.page.PageFacts;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a page's dates is of what. */
class PageDatesTest {
  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      value = {
        "<div class=date>Updated May 3, 2022 / Published May 1, 2022</div> | 2022-05-01 | 2022-05-03",
        "<p>Updated May 3, 2022 · Published May 1, 2022</p> | 2022-05-01 | 2022-05-03",
        "<p>May 1, 2022 (updated May 3, 2022)</p> | 2022-05-01 | 2022-05-03",
        "<p>Updated: <time datetime=2022-05-03>3 d</time>, published: <time datetime=2022-05-01>5 d</time></p> | 2022-05-01 | 2022-05-03",
        "<p><b>Last updated:</b> May 3, 2022</p> | 2022-05-03 | 2022-05-03",
        "<dl><dt>Last updated</dt><dd>May 3, 2022</dd></dl> | 2022-05-03 | 2022-05-03",
        "<p>公開日：2022年10月1日</p><p>更新日：2022年10月3日</p> | 2022-10-01 | 2022-10-03",
        "<p>Received 3 May 2021</p><p>Accepted 4 June 2021</p><p>Published 5 July 2021</p> | 2021-07-05 | -",
        "<p>Received 3 May 2021; Accepted 4 June 2021; Published 5 July 2021</p> | 2021-07-05 | -",
        "<dl><dt>Published</dt><dd>1 May 2022</dd><dt>Last updated</dt><dd>3 May 2022</dd></dl> | 2022-05-01 | 2022-05-03",
        "<p>It was founded on 4 March 1999 by Ann Other.</p> | - | -",
        "<p>Signed on January 4, 2020 by John Hancock.</p> | - | -",
        "<script type=application/ld+json>{\"@type\":\"Article\",\"url\":\"https://a.example/x/other\",\"headline\":\"Geese\",\"datePublished\":\"2020-01-01\"}</script> | - | -",
        "<meta name=citation_date content=2021/05/03><meta name=citation_online_date content=2021/07/05> | 2021-05-03 | -",
        "<p>Stand: 3.10.2022</p> | - | 2022-10-03",
        "<p>Veröffentlicht am 1.10.2022, zuletzt geändert am 3.10.2022</p> | 2022-10-01 | 2022-10-03",
        "<p>公開日：2022年10月1日 更新日：2022年10月3日</p> | 2022-10-01 | 2022-10-03",
        "<footer>Last updated on <time datetime=2022-05-03>May 3</time></footer> | - | 2022-05-03",
        "<time class='entry-date published updated' datetime=2022-05-01>May 1</time> | 2022-05-01 | -",
        "<div>ann <relative-time datetime=2022-10-03>Oct 3, 2022</relative-time></div> | - | -",
        "<h2>14. - 20. Januar 2022</h2> | - | -",
        "<p class=posted-on>Posted on 31/12/2022 by Ann Lee</p> | 2022-12-31 | -",
        "<a href=/other>Another story <span>1 May 2022</span></a> | - | -",
        "<a href=/2022/05/01/>1 May 2022</a> | 2022-05-01 | -",
        "<blockquote>Ann <span>1 May 2022</span></blockquote> | - | -",
        "<title>Kilns - 07.12.2017 - Daily</title> | 2017-12-07 | -",
        "<span>09.08.13, 06:00</span> | 2013-08-09T06:00:00 | -",
        "<p>Version <b>1.2.10.4</b></p> | - | -",
        "<p><strong>(18.01.2018) Farmers of the valley fire their kilns with what they have, and that is mostly wood from the slopes behind the village, as ever.</strong></p> | 2018-01-18 | -",
        "<time datetime='2019-07-03T10:18:46Z'>Publié le 29 juin 2019</time> | 2019-06-29 | -",
        "<p>17 maj 2016</p> | 2016-05-17 | -",
        "<time>١٢ مايو ٢٠٢٢</time> | 2022-05-12 | -",
        "<time>2022年10月3日 18時30分</time> | 2022-10-03T18:30:00 | -"
      })
  void shouldTellPublishedFromChanged(
      String markup, @Nullable String published, @Nullable String modified) {
    // When
    PageFacts facts =
        PageFacts.read(
            "<article><h1>Kilns</h1>" + markup + "</article>",
            "https://a.example/x/kilns",
            FETCHED);

    // Then
    assertThat(text(facts.published().value())).isEqualTo(published);
    assertThat(text(facts.modified().value())).isEqualTo(modified);
  }

  @Test
  void shouldNotTakeTheFootersDateOfAChangeForTheDayOfPublication() {
    // Given
    String page =
        "<h1>Kilns</h1><p>Kilns that cool slowly crack less, says everybody who opened one too early.</p><div>This page was last updated on 3 May 2022</div>";

    // When
    PageFacts facts = PageFacts.read(page, null, FETCHED);

    // Then
    assertThat(facts.published().value()).isNull();
    assertThat(text(facts.modified().value())).isEqualTo("2022-05-03");
    assertThat(facts.description().text()).startsWith("Kilns that");
  }

  private static @Nullable String text(@Nullable PageDate date) {
    return date == null ? null : date.text();
  }
}
