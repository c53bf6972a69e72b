package org.curation.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PageMetadataTest {
  @Test
  void shouldLeaveMicrodataOfTheTextOutOfTheMap() {
    // When
    PageFacts facts =
        PageFacts.read(
            "<head><meta itemprop=datePublished content=2020-01-02></head><body><meta name=robots content=all>"
                + "<ol itemscope><li><meta itemprop=position content=0></li></ol></body>",
            null,
            null);

    // Then
    assertThat(facts.htmlMeta()).containsOnlyKeys("datepublished", "robots");
  }

  @Test
  void shouldReadNamesAndPropertiesWithoutColons() {
    // Given
    String html =
        "<html><head><svg><title>logo</title></svg><title>Real</title>"
            + "<meta property='og:title' content=' A &amp; B '><meta name='OG:Title' content='later'>"
            + "<meta name='msvalidate.01' content='x'></head>";

    // When
    PageMetadata page = PageMetadata.extract(html);

    // Then
    assertThat(page.title()).isEqualTo("Real");
    assertThat(page.meta()).containsEntry("ogtitle", "A & B").containsEntry("msvalidate.01", "x");
  }

  @Property
  void shouldReadAnyText(@ForAll String html) {
    assertThatCode(() -> PageMetadata.extract("<meta name=a content=" + html))
        .doesNotThrowAnyException();
  }
}
