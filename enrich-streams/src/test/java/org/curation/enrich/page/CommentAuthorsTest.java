package org.curation.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommentAuthorsTest {
  @Test
  void shouldNotTakeWhatReadersWroteForTheArticles() {
    // Given
    String page =
        """
        <html><body><article itemscope itemtype="https://schema.org/Article">
        <h1>Kilns</h1><span itemprop="author">Ann Lee</span>
        <p>Kilns that cool slowly crack less, says everybody who ever opened one too early.</p>
        <div itemprop="comment" itemscope itemtype="https://schema.org/Comment">
          <span itemprop="author">Bob Ray</span>
          <time itemprop="datePublished" datetime="2024-03-05">5 March</time>
          <p>So true.</p>
        </div></article></body></html>
        """;

    // When
    PageFacts facts = PageFacts.read(page, "https://example.org/kilns", null);

    // Then
    assertThat(facts.byline()).isEqualTo("Ann Lee");
    assertThat(facts.published().value()).isNull();
  }
}
