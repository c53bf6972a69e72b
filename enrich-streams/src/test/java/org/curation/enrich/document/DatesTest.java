package org.curation.enrich.document;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.enrich.link.Link;
import org.curation.enrich.record.CuratedItemBuilder;
import org.curation.model.CurationId;
import org.curation.model.Provenance.Step;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {
  private static final String UPDATED = "2024-02-01T08:00:00Z";
  private final List<Step> steps = new ArrayList<>();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2020-01-01",
        "2020-01-01T10:00:00Z",
        "2020-01-01T10:00:00.031Z",
        "2020-01-01T10:00:00.123456789+02:00",
        "2020-01-01T10:00:00+0200",
        "2020-01-01 10:00:00",
        "2020-01-01T10:00:00"
      })
  void shouldLeaveADateThatHugoReadsAsItIs(String date) {
    // When
    Dates dates = dates(date, UPDATED);

    // Then
    assertThat(dates).isEqualTo(new Dates(date, UPDATED));
    assertThat(steps).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2020-01-01T10:00Z,2020-01-01T10:00:00Z",
    "2020-01-01 10:00,2020-01-01T10:00:00Z",
    "2020-01-01t10:00:00z,2020-01-01T10:00:00Z",
    "2020-01-01 10:00:00 +0200,2020-01-01T10:00:00+02:00"
  })
  void shouldWriteOtherFormsAsHugoReadsThem(String date, String expected) {
    assertThat(dates(date, UPDATED).createdAt()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2021-02-30",
        "2021-02-03T24:00:00Z",
        "yesterday",
        "0001-01-01",
        "1969-12-31",
        "2100-01-01",
        "+10000-01-01T00:00:00Z",
        "12:30:45",
        "2024-02-30",
        "1700000000",
        "2024-13-01T00:00:00Z",
        "!!timestamp x",
        "2024-01-01T25:00:00Z"
      })
  void shouldTakeTheLastChangeForADateThatIsNone(String date) {
    // When
    Dates dates = dates(date, UPDATED);

    // Then
    assertThat(dates.createdAt()).isEqualTo(UPDATED);
    assertThat(steps).singleElement().extracting(Step::what).isEqualTo("createdAt");
  }

  @Test
  void shouldNotBelieveACreationAfterTheLastChange() {
    // When
    Dates dates = dates("2090-01-01T00:00:00Z", UPDATED);

    // Then
    assertThat(dates.createdAt()).isEqualTo(UPDATED);
    assertThat(steps).extracting(Step::rule).first().asString().contains("later");
  }

  @Test
  void shouldSayNothingWhenNothingSaneIsKnown() {
    assertThat(dates("x", "y")).isEqualTo(new Dates(null, null));
    assertThat(dates(null, UPDATED)).isEqualTo(new Dates(null, UPDATED));
    assertThat(dates("2020-01-01", "y")).isEqualTo(new Dates("2020-01-01", "2020-01-01"));
  }

  @Test
  void shouldLeaveOutWhatIsNoDateInFrontMatter() {
    // Given
    ObjectNode frontMatter =
        Json.mapper()
            .createObjectNode()
            .put("date", "telehealth, rural care")
            .put("lastmod", "2020-01-01 10:00")
            .put("expiryDate", "9999-12-31")
            .put("published", "last week");

    // When
    Dates.clean(frontMatter, steps);

    // Then
    assertThat(frontMatter)
        .hasToString(
            "{\"date\":null,\"lastmod\":\"2020-01-01T10:00:00Z\",\"expiryDate\":\"9999-12-31\","
                + "\"published\":\"last week\"}");
    assertThat(steps).extracting(Step::what).containsExactly("date");
  }

  @Property
  void shouldTakeAnyText(@ForAll String created, @ForAll String updated) {
    assertThat(Optional.ofNullable(dates(created, updated).createdAt()).orElse("2"))
        .startsWith("2");
  }

  private Dates dates(@Nullable String created, @Nullable String updated) {
    return Dates.of(
        new CuratedItemBuilder(
                CurationId.parse("open-project:1"),
                Json.mapper().createObjectNode().numberNode(1),
                "t",
                Link.asCurated("https://x.org/", "https://x.org/").orElseThrow())
            .dates(created, updated)
            .build(),
        steps);
  }
}
