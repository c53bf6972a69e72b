package org.curation.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.curation.enrich.description.DescriptionCandidate;
import org.curation.enrich.page.date.PageDate;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Pages that were written for this test, each with a trap, and what must be read in them. */
class PageCorpusTest {
  private static final Instant FETCHED = Instant.parse("2026-01-01T00:00:00Z");
  private static final List<String> FIELDS =
      List.of(
          "title",
          "byline",
          "siteName",
          "lang",
          "publishedTime",
          "modifiedTime",
          "canonical",
          "amp",
          "image",
          "favicon",
          "logo");

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void shouldReadEveryFieldOfThePage(String file, JsonNode expected) throws IOException {
    // Given
    String html = text(file);
    String url = expected.path("url").asText("https://www.example.org/a/page");

    // When
    PageFacts facts = PageFacts.read(html, url, FETCHED);

    // Then
    assertThat(read(facts)).as(expected.path("trap").asText()).isEqualTo(wanted(expected));
    assertThat(first(facts.descriptions())).isEqualTo(strings(expected.path("description")));
  }

  @Test
  void shouldHoldPagesEnough() throws IOException {
    assertThat(pages()).hasSizeGreaterThanOrEqualTo(60);
  }

  static Stream<Arguments> pages() throws IOException {
    List<Arguments> pages = new ArrayList<>();
    for (JsonNode page : Json.mapper().readTree(text("expected.json"))) {
      pages.add(Arguments.of(page.path("file").asText(), page));
    }
    return pages.stream();
  }

  private static Map<String, @Nullable String> read(PageFacts facts) {
    Map<String, @Nullable String> read = new LinkedHashMap<>();
    read.put("title", facts.title().value());
    read.put("byline", facts.byline());
    read.put("siteName", facts.siteName().value());
    read.put("lang", facts.lang().value());
    read.put("publishedTime", text(facts.published().value()));
    read.put("modifiedTime", text(facts.modified().value()));
    read.put("canonical", facts.canonical().value());
    read.put("amp", facts.amp().value());
    read.put("image", facts.image().value());
    read.put("favicon", facts.icons().favicon().value());
    read.put("logo", facts.icons().logo().value());
    return read;
  }

  private static Map<String, @Nullable String> wanted(JsonNode expected) {
    Map<String, @Nullable String> wanted = new LinkedHashMap<>();
    FIELDS.forEach(field -> wanted.put(field, expected.path(field).textValue()));
    return wanted;
  }

  private static @Nullable String text(@Nullable PageDate date) {
    return date == null ? null : date.text();
  }

  private static List<String> first(List<DescriptionCandidate> candidates) {
    return candidates.stream()
        .limit(1)
        .flatMap(each -> Stream.of(each.source(), each.text()))
        .toList();
  }

  private static List<String> strings(JsonNode list) {
    List<String> strings = new ArrayList<>();
    list.forEach(each -> strings.add(each.asText()));
    return strings;
  }

  private static String text(String file) throws IOException {
    try (InputStream in = PageCorpusTest.class.getResourceAsStream("/pages/" + file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
