package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;

class AddressesTest {
  @Test
  void shouldKeepASingleAliasAsText() {
    // Given
    ObjectNode frontMatter = frontMatter("/news/a");

    // When
    Addresses addresses = Addresses.apply(frontMatter, "/news/site-a/", List.of());

    // Then
    assertThat(frontMatter.get("aliases").asText()).isEqualTo("/news/a");
    assertThat(addresses.ever()).containsExactly("/news/site-a/", "/news/a");
  }

  @Test
  void shouldKeepEveryFormerAddressAfterARename() {
    // Given
    List<String> before =
        Addresses.apply(frontMatter("/news/a"), "/news/site-a/", List.of()).ever();
    ObjectNode renamed = frontMatter("/news/b");

    // When
    Addresses addresses = Addresses.apply(renamed, "/news/site-b/", before);

    // Then
    assertThat(renamed.get("aliases"))
        .extracting(com.fasterxml.jackson.databind.JsonNode::asText)
        .containsExactly("/news/b", "/news/site-a/", "/news/a");
    assertThat(addresses.others()).containsExactly("/news/b", "/news/site-a/", "/news/a");
  }

  @Test
  void shouldNotAliasADocumentToItself() {
    // Given
    List<String> before = List.of("/news/site-a", "/news/a/");
    ObjectNode frontMatter = frontMatter("/news/a");

    // When
    Addresses.apply(frontMatter, "/news/site-a/", before);

    // Then
    assertThat(frontMatter.get("aliases").asText()).isEqualTo("/news/a");
  }

  @Test
  void shouldNotLetHugoSplitAnAliasAtASpace() {
    ObjectNode frontMatter = frontMatter("/news/a b");
    Addresses.apply(frontMatter, "/news/x/", List.of());
    assertThat(frontMatter.get("aliases").isArray()).isTrue();
  }

  private static ObjectNode frontMatter(String alias) {
    return Json.mapper().createObjectNode().put("aliases", alias);
  }
}
