package org.curation.enrich.state;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VersionGuardTest {
  private static final CurationId ID = CurationId.parse("open-project:1");
  private static final Instant TIME = Instant.parse("2024-01-01T00:00:00Z");

  @Property
  void shouldGiveTheSameRecordInAnyOrder(
      @ForAll("records") List<RawCuration> records, @ForAll long seed) {
    // Given
    List<RawCuration> shuffled = new ArrayList<>(records);
    Collections.shuffle(shuffled, new Random(seed));
    shuffled.addAll(records.subList(0, records.size() / 2));

    // When
    RawCuration one = newest(records);
    RawCuration other = newest(shuffled);

    // Then
    assertThat(visible(one)).isEqualTo(visible(other));
  }

  @Test
  void shouldLetADeletionWinOverItsOwnVersion() {
    RawCuration live = raw(1, SourceEvent.UPDATED, TIME, "a", context("p", null));
    RawCuration deleted = raw(1, SourceEvent.DELETED, null, null, null);
    assertThat(newest(List.of(live, deleted)).event()).isEqualTo(SourceEvent.DELETED);
    assertThat(newest(List.of(deleted, live)).event()).isEqualTo(SourceEvent.DELETED);
  }

  @Test
  void shouldTakeAnItemBackOnlyWithANewerVersionOrLife() {
    RawCuration deleted = raw(3, SourceEvent.DELETED, null, null, null);
    RawCuration late = raw(2, SourceEvent.UPDATED, TIME.plusSeconds(9), "late", null);
    RawCuration again =
        new RawCuration(
            ID, SourceEvent.UPDATED, new Version(1, 2), TIME, TIME, "x", payload("again"), null);
    assertThat(newest(List.of(deleted, late))).isSameAs(deleted);
    assertThat(newest(List.of(deleted, again))).isSameAs(again);
  }

  @Test
  void shouldOrderByVersionWhateverTheClockSays() {
    RawCuration newer = raw(5, SourceEvent.UPDATED, TIME.minusSeconds(3600), "new", null);
    RawCuration future = raw(4, SourceEvent.UPDATED, TIME.plusSeconds(999_999), "old", null);
    assertThat(newest(List.of(newer, future))).isSameAs(newer);
  }

  @Test
  void shouldFillGapsOfTheSameVersion() {
    // Given
    RawCuration webhook = raw(2, SourceEvent.UPDATED, TIME, "a", context(null, "Ann"));
    RawCuration poll = raw(2, SourceEvent.UPDATED, TIME, "a", context("project", null));

    // When
    CurationContext joined = newest(List.of(webhook, poll)).context();

    // Then
    assertThat(joined).isNotNull();
    assertThat(joined.author()).isEqualTo("Ann");
    assertThat(joined.project()).isNotNull();
    assertThat(joined.project().identifier()).isEqualTo("project");
  }

  @Test
  void shouldFollowARenamedProjectThoughTheItemStays() {
    // Given
    RawCuration before = raw(2, SourceEvent.UPDATED, TIME, "a", context("zebra", "Ann"));
    RawCuration renamed =
        raw(2, SourceEvent.UPDATED, TIME, "a", context("alpha", "Ann").asOf(TIME));
    RawCuration again =
        raw(2, SourceEvent.UPDATED, TIME, "a", context("beta", "Ann").asOf(TIME.plusSeconds(1)));
    RawCuration deleted = raw(2, SourceEvent.DELETED, null, null, null);

    // When / Then
    assertThat(newest(List.of(before, renamed))).isSameAs(renamed);
    assertThat(newest(List.of(renamed, before))).isSameAs(renamed);
    assertThat(newest(List.of(again, before, renamed))).isSameAs(again);
    assertThat(newest(List.of(deleted, renamed)).event()).isEqualTo(SourceEvent.DELETED);
    assertThat(newest(List.of(renamed, deleted)).event()).isEqualTo(SourceEvent.DELETED);
  }

  @Test
  void shouldSayThatARepeatAddsNothing() {
    RawCuration first = raw(2, SourceEvent.UPDATED, TIME, "a", context("p", "Ann"));
    RawCuration repeat = raw(2, SourceEvent.UPDATED, TIME, "a", context("p", null));
    assertThat(VersionGuard.newest(first, repeat)).isSameAs(first);
  }

  private static RawCuration newest(List<RawCuration> records) {
    RawCuration newest = null;
    for (RawCuration arrived : records) {
      newest = VersionGuard.newest(newest, arrived);
    }
    if (newest == null) {
      throw new IllegalArgumentException("no record");
    }
    return newest;
  }

  private static JsonNode visible(RawCuration raw) {
    return Json.mapper().valueToTree(raw);
  }

  @Provide
  Arbitrary<List<RawCuration>> records() {
    Arbitrary<@Nullable String> text = Arbitraries.of("a", "b", "c").injectNull(0.4);
    Arbitrary<@Nullable Instant> asOf = Arbitraries.of(TIME, TIME.plusSeconds(60)).injectNull(0.6);
    Arbitrary<CurationContext> context =
        Combinators.combine(text, text, text, asOf)
            .as(
                (project, author, field, renewed) -> {
                  Map<String, JsonNode> fields = new HashMap<>();
                  if (field != null) {
                    fields.put("f" + field, TextNode.valueOf(field));
                    fields.put("same", TextNode.valueOf(field));
                  }
                  return new CurationContext(
                      field == null ? null : fields,
                      project == null ? null : new ProjectRef("1", project, null),
                      null,
                      null,
                      author,
                      null,
                      null,
                      renewed);
                });
    return Combinators.combine(
            Arbitraries.longs().between(0, 2),
            Arbitraries.of(SourceEvent.UPDATED, SourceEvent.UPDATED, SourceEvent.DELETED),
            Arbitraries.longs().between(0, 1),
            Arbitraries.of("x", "y"),
            context.injectNull(0.2))
        .as(
            (number, event, second, body, ctx) ->
                raw(number, event, TIME.plusSeconds(second), body, ctx))
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }

  private static RawCuration raw(
      long number,
      SourceEvent event,
      @Nullable Instant updatedAt,
      @Nullable String body,
      @Nullable CurationContext context) {
    boolean deleted = event == SourceEvent.DELETED;
    return new RawCuration(
        ID,
        event,
        new Version(0, number),
        deleted ? null : updatedAt,
        TIME,
        "x",
        deleted || body == null ? null : payload(body),
        deleted ? null : context);
  }

  private static JsonNode payload(String body) {
    return Json.mapper().createObjectNode().put("body", body);
  }

  private static CurationContext context(@Nullable String project, @Nullable String author) {
    return new CurationContext(
        null,
        project == null ? null : new ProjectRef(null, project, null),
        null,
        null,
        author,
        null,
        null);
  }
}
