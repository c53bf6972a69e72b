package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.curation.enrich.state.Claimed;
import org.curation.model.CurationId;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;

class AddressesTest {
  @Test
  void shouldKeepASingleAliasAsText() {
    // Given
    ObjectNode frontMatter = frontMatter("/news/a");

    // When
    Addresses addresses = apply(frontMatter, "/news/site-a/", List.of());

    // Then
    assertThat(frontMatter.get("aliases").asText()).isEqualTo("/news/a");
    assertThat(addresses.ever()).containsExactly("/news/site-a/", "/news/a");
  }

  @Test
  void shouldKeepEveryFormerAddressAfterARename() {
    // Given
    List<String> before = apply(frontMatter("/news/a"), "/news/site-a/", List.of()).ever();
    ObjectNode renamed = frontMatter("/news/b");

    // When
    Addresses addresses = apply(renamed, "/news/site-b/", before);

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
    apply(frontMatter, "/news/site-a/", before);

    // Then
    assertThat(frontMatter.get("aliases").asText()).isEqualTo("/news/a");
  }

  @Test
  void shouldNotLetHugoSplitAnAliasAtASpace() {
    ObjectNode frontMatter = frontMatter("/news/a b");
    apply(frontMatter, "/news/x/", List.of());
    assertThat(frontMatter.get("aliases").isArray()).isTrue();
  }

  @Test
  void shouldDropWhatBelongsToAnother() {
    // Given
    ObjectNode frontMatter = frontMatter("/news/a");
    WantedNames names = new Granted(Set.of("address:/news/a"));

    // When
    Addresses addresses =
        Addresses.apply(
            frontMatter, "/news/x/", "/news/x/", List.of("/news/old/"), names, each -> each);

    // Then
    assertThat(frontMatter.get("aliases").asText()).isEqualTo("/news/old/");
    assertThat(addresses.dropped()).containsExactly("/news/a");
  }

  private static Addresses apply(ObjectNode frontMatter, String current, List<String> before) {
    return Addresses.apply(
        frontMatter, current, current, before, new Granted(Set.of()), each -> each);
  }

  /** Everything is granted but for what others have. */
  private record Granted(Set<String> others) implements WantedNames {
    @Override
    public Claimed.Answer own(String name) {
      boolean owned = !others.contains(name);
      return new Claimed.Answer(owned, false, new CurationId("test", owned ? "1" : "2"), null);
    }

    @Override
    public Claimed.Answer other(String name) {
      return own(name);
    }

    @Override
    public Claimed.Answer known(String name) {
      return own(name);
    }

    @Override
    public Claimed.Answer beside(String name) {
      return own(name);
    }

    @Override
    public boolean isOwn(String name) {
      return false;
    }
  }

  private static ObjectNode frontMatter(String alias) {
    return Json.mapper().createObjectNode().put("aliases", alias);
  }
}
