package org.curation.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.enrich.page.ExtensionCuration.Filled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtensionCurationTest {
  @Test
  void shouldReadTheGroupsThatDescribeThePage() {
    // Given
    String json =
        """
        [{"name":"htmlMetaData","content":[{"name":"description","content":" D "},
            {"name":"og:title","content":"other"}]},
         {"name":"openGraphMetaData","content":[{"name":"og:title","content":"T"},
            {"name":"og:image","content":5},{"content":"x"},"y",null]},
         {"name":"twitterMetaData","content":{"not":"a list"}},
         {"name":"extractedKeywords","content":[{"name":"k","content":"v"}]}]
        """;

    // When
    PageMetadata read = ExtensionCuration.read(json);

    // Then
    assertThat(read.title()).isNull();
    assertThat(read.meta()).containsOnly(Map.entry("ogtitle", "T"), Map.entry("description", "D"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "null", "[", "[1,null,[]]", "[{\"name\":\"htmlMetaData\"}]"})
  void shouldReadNothingInOtherTexts(String json) {
    assertThat(ExtensionCuration.read(json).meta()).isEmpty();
  }

  @Test
  void shouldBoundNamesAndValues() {
    // Given
    String entry = "{\"name\":\"%s\",\"content\":\"%s\"}";
    StringBuilder many = new StringBuilder(entry.formatted("n".repeat(101), "x"));
    many.append(',').append(entry.formatted("long", "v".repeat(5000)));
    for (int i = 0; i < 300; i++) {
      many.append(',').append(entry.formatted("k" + i, "v"));
    }

    // When
    Map<String, String> meta =
        ExtensionCuration.read("[{\"name\":\"htmlMetaData\",\"content\":[" + many + "]}]").meta();

    // Then
    assertThat(meta).hasSize(200).doesNotContainKey("n".repeat(101));
    assertThat(meta.get("long")).hasSize(4096);
  }

  @Test
  void shouldFillOnlyTheGapsOfThePage() {
    // Given
    PageMetadata page = new PageMetadata("P", Map.of("ogtitle", "page's", "ogimage", " "));
    PageMetadata extension =
        new PageMetadata(null, Map.of("ogtitle", "extension's", "ogimage", "i", "blank", " "));

    // When
    Filled filled = ExtensionCuration.fill(page, extension);

    // Then
    assertThat(filled.metadata())
        .isEqualTo(new PageMetadata("P", Map.of("ogtitle", "page's", "ogimage", "i")));
    assertThat(filled.added()).isEqualTo(List.of("ogimage"));
  }

  @Property
  void shouldTakeAnyText(@ForAll String text) {
    assertThat(ExtensionCuration.read(text)).isNotNull();
  }
}
