package org.curation.enrich.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.enrich.record.BodyImages.Found;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyImagesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=\"/api/v3/attachments/7/content\">",
        "<IMG class='a > b' alt=\"x\" SRC = '/api/v3/attachments/7/content' />",
        "<p>İ <img\n src=/api/v3/attachments/7/content></p>",
        "![](/api/v3/attachments/7/content)",
        "text ![an [odd] \\] name](</api/v3/attachments/7/content> \"title\")",
        "[![](/api/v3/attachments/7/content)](/api/v3/attachments/8/content)"
      })
  void shouldFindAndReplaceWhatIsShown(String body) {
    // When
    String replaced = BodyImages.replace(body, null, Map.of("7", "a-7.png"));

    // Then
    assertThat(BodyImages.find(body, null)).extracting(Found::attachmentId).containsExactly("7");
    assertThat(replaced).isEqualTo(body.replace("/api/v3/attachments/7/content", "a-7.png"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "/api/v3/attachments/7/content",
        "<a href=\"/api/v3/attachments/7/content\">",
        "[a link](/api/v3/attachments/7/content)",
        "<img src=\"https://evil.example/api/v3/attachments/7/content\">",
        "![](//evil.example/api/v3/attachments/7/content)",
        "<img alt=\"src=/api/v3/attachments/7/content\">",
        "<img alt=' src=\"/api/v3/attachments/7/content'>",
        "<img data-src=\"/api/v3/attachments/7/content\">",
        "<img src=\"/api/v3/attachments/7/content/x\">",
        "<img src=\"/api/v3/attachments/7/content?x\">",
        "<img src=\"/api/v3/attachments/../7/content\">",
        "<img src=\"/api/v3/attachments/07/content\">",
        "<image src=\"/api/v3/attachments/7/content\">",
        "<img> src=\"/api/v3/attachments/7/content\"",
        "\\![](/api/v3/attachments/7/contents)"
      })
  void shouldLeaveAllElseAsItIs(String body) {
    assertThat(BodyImages.find(body, null)).isEmpty();
    assertThat(BodyImages.replace(body, null, Map.of("7", "a.png"))).isEqualTo(body);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://curate.example",
        "HTTPS://Curate.Example",
        "https://curate.example:443",
        ""
      })
  void shouldFindAbsoluteAddressesOfTheSystemItself(String named) {
    // Given
    String origin = BodyImages.origin("https://CURATE.example/api/v3/work_packages/5");
    String address = named + "/api/v3/attachments/7/content";

    // When / Then
    assertThat(
            BodyImages.replace(
                "![](%s) <img src='%s'>".formatted(address, address), origin, Map.of("7", "a.png")))
        .isEqualTo("![](a.png) <img src='a.png'>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "http://curate.example",
        "https://curate.example:8443",
        "https://curate.example.evil.example",
        "https://curate.example@evil.example",
        "https://evil.example/https://curate.example",
        "xhttps://curate.example",
        "//curate.example"
      })
  void shouldLeaveAddressesOfOthers(String named) {
    String body = "![](%s/api/v3/attachments/7/content)".formatted(named);
    assertThat(BodyImages.find(body, "https://curate.example")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/api/v3/work_packages/5", "//x.example/", "ftp://x.example/", "x"})
  void shouldKnowNoOriginOfWhatHasNone(String address) {
    assertThat(BodyImages.origin(address)).isNull();
  }

  @Test
  void shouldStopAtTheLimit() {
    // Given
    StringBuilder body = new StringBuilder();
    for (int id = 1; id <= 60; id++) {
      body.append("![](/api/v3/attachments/%d/content)".formatted(id));
    }
    body.append("![](/api/v3/attachments/1/content)");

    // When
    List<Found> found = BodyImages.find(body.toString(), null);

    // Then
    assertThat(found).hasSize(51);
    assertThat(found).extracting(Found::attachmentId).contains("50", "1").doesNotContain("51");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img ",
        "![",
        "](/api/v3/attachments/7/content",
        "<img src=\"\" ",
        "\"",
        "https://a",
        "http"
      })
  void shouldTakeLittleTimeForHostileTexts(String part) {
    String body = part.repeat(1_000_000 / part.length()) + "![](/api/v3/attachments/7/content)";
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(BodyImages.find(body, null)).isNotNull());
  }

  @Property
  void shouldReplaceNothingInAnyText(@ForAll String text) {
    assertThat(BodyImages.replace(text, null, Map.of("7", "a.png"))).isEqualTo(text);
  }

  @Test
  void shouldFindAnImageBehindALinkToAnotherHost() {
    // Given
    String body =
        "<a href=\"https://example.org/a\">A</a> <img src=\"/api/v3/attachments/7/content\">";

    // Then
    assertThat(BodyImages.find(body, null))
        .extracting(BodyImages.Found::attachmentId)
        .containsExactly("7");
    assertThat(BodyImages.find(body, "https://pm.example.com"))
        .extracting(BodyImages.Found::attachmentId)
        .containsExactly("7");
  }
}
