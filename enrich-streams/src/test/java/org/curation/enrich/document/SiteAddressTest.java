package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.model.Provenance.Step;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SiteAddressTest {
  private final List<Step> steps = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "example-some-title,example-some-title",
    "über-uns,über-uns",
    "v1.2_x,v1.2_x",
    "Some Title,some-title",
    "a/b,a-b",
    "a..b,a-b",
    "index.html,index-html",
    "-x-,x",
    ".git,git",
    "a?b#c,a-b-c"
  })
  void shouldGiveASlugAsHugoLeavesIt(String text, String expected) {
    assertThat(SiteAddress.slug(text)).isEqualTo(expected);
  }

  @Test
  void shouldGiveEveryTextASlugThatFits() {
    assertThat(SiteAddress.slug("é".repeat(400))).hasSizeLessThanOrEqualTo(150);
    assertThat(SiteAddress.slug("..")).startsWith("u-");
    assertThat(SiteAddress.slug("")).isEmpty();
    assertThat(SiteAddress.slug("e\u0301")).isEqualTo(SiteAddress.slug("\u00e9"));
  }

  @Property
  void shouldNeverGiveASlugThatLeadsElsewhere(@ForAll String text) {
    // When
    String slug = SiteAddress.slug(text);

    // Then
    assertThat(slug).doesNotContain("/", "\\", "..", "?", "#", "%");
    assertThat(slug.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(200);
    assertThat(SiteAddress.slug(slug)).isEqualTo(slug);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/news/a/", "/old page.html", "/é/", "/a:b/", "rel", "/news/a%20b/"})
  void shouldKeepUsableAddresses(String address) {
    assertThat(SiteAddress.isUsable(address)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/",
        "//",
        "/..",
        "/a/../b",
        "../z",
        "/./",
        "/ /",
        "/a?b",
        "/a#b",
        "/a\\b",
        "/a\0",
        "/%2e%2e/x",
        "/a%2Fb",
        "/%00",
        "/ .. /x"
      })
  void shouldLeaveOutOthers(String address) {
    assertThat(SiteAddress.isUsable(address)).isFalse();
  }

  @Test
  void shouldLeaveOutLongAddresses() {
    assertThat(SiteAddress.isUsable("/" + "x".repeat(201))).isFalse();
    assertThat(SiteAddress.isUsable("/abc".repeat(400))).isFalse();
  }

  @Test
  void shouldCleanAliasesAndReportThem() {
    // Given
    ObjectNode clean = Json.mapper().createObjectNode().put("aliases", "/news/x");
    ObjectNode mixed = Json.mapper().createObjectNode();
    mixed.putArray("aliases").add("/news/x").addNull().add("/../y");

    // When
    SiteAddress.cleanAliases(clean, steps);
    SiteAddress.cleanAliases(mixed, steps);

    // Then
    assertThat(clean).hasToString("{\"aliases\":\"/news/x\"}");
    assertThat(mixed).hasToString("{\"aliases\":[\"/news/x\"]}");
    assertThat(steps).extracting(Step::detail).containsExactly("/../y");
  }

  @Test
  void shouldLeaveOutTermsThatBreakABuild() {
    // Given
    List<String> names =
        List.of("KLAS: Care", "a/b", "C#", "..", "a/../b", ".", ".?.", "index.html", "x/Index.xml");

    // When
    List<String> usable = SiteAddress.terms("topics", names, steps);

    // Then
    assertThat(usable).containsExactly("KLAS: Care", "a/b", "C#");
    assertThat(SiteAddress.terms("topics", List.of("x".repeat(300)), steps)).isEmpty();
    assertThat(steps).hasSize(7);
  }
}
