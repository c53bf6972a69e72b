package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationContext;
import org.curation.model.Document;
import org.curation.model.Provenance.Step;
import org.curation.model.RawCuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTopologyTest {
  private static final Instant EVENING = Instant.parse("2026-11-25T20:00:00Z");

  @TempDir Path folder;

  @Test
  void shouldPublishWhenTheTimeComesAndTakeItBackWhenItIsOver() throws IOException {
    try (TopologyFixture pipeline =
        new TopologyFixture(folder.resolve("state"), site("from: opens, until: closes"), EVENING)) {
      // When
      pipeline.raw(record(1, 1, Map.of("opens", "2026-11-26", "closes", "2026-11-26")));

      // Then: its page is fetched already, but nothing is published
      assertThat(pipeline.documents()).isEmpty();
      assertThat(pipeline.requests()).isNotEmpty();
      assertThat(only(pipeline.accepted()).reason()).isEqualTo("waits until 2026-11-26T00:00:00Z");

      // When
      pipeline.pass(Duration.ofHours(4).minusSeconds(1));
      assertThat(pipeline.documents()).isEmpty();
      pipeline.pass(Duration.ofSeconds(2));

      // Then
      Document published = only(pipeline.documents());
      assertThat(published.state()).isEqualTo(Document.State.PUBLISHED);
      assertThat(published.provenance().steps())
          .contains(new Step("publication", "open until 2026-11-27T00:00:00Z", null));
      assertThat(only(pipeline.accepted()).state()).isEqualTo(AcceptedCuration.State.PUBLISHED);

      // When
      pipeline.pass(Duration.ofDays(1));

      // Then
      assertThat(only(pipeline.documents()).state()).isEqualTo(Document.State.UNPUBLISHED);
      assertThat(only(pipeline.accepted()).reason())
          .isEqualTo("publication ended at 2026-11-27T00:00:00Z");

      // When nothing more is to come
      pipeline.pass(Duration.ofDays(400));
      assertThat(pipeline.documents()).isEmpty();
    }
  }

  @Test
  void shouldTellOfAnEndThatIsNoDateAndOfFieldsThatSayNothing() throws IOException {
    try (TopologyFixture pipeline =
        new TopologyFixture(folder.resolve("state"), site("from: opens, until: closes"), EVENING)) {
      // When
      pipeline.raw(record(1, 1, Map.of("closes", "some day")));
      pipeline.raw(record(2, 1, Map.of()));

      // Then
      assertThat(pipeline.documents())
          .extracting(document -> document.provenance().steps())
          .satisfiesExactly(
              steps ->
                  assertThat(steps)
                      .contains(
                          new Step(
                              "publication",
                              "open",
                              "closes \"some day\" is no date from 1970 to 2099, so publication doesn't end by itself")),
              steps ->
                  assertThat(steps)
                      .contains(
                          new Step(
                              "publication", "open", "the item says nothing in closes, opens")));
    }
  }

  @Test
  void shouldFollowAChangedDate() throws IOException {
    try (TopologyFixture pipeline =
        new TopologyFixture(folder.resolve("state"), site("from: opens"), EVENING)) {
      // Given what is published
      pipeline.raw(record(1, 1, Map.of()));
      String id = only(pipeline.documents()).documentId();

      // When an embargo is set, and then moved
      pipeline.raw(record(1, 2, Map.of("opens", "2026-12-01")));
      Document hidden = only(pipeline.documents());
      pipeline.raw(record(1, 3, Map.of("opens", "2026-12-24")));
      pipeline.pass(Duration.ofDays(10));

      // Then
      assertThat(hidden.state()).isEqualTo(Document.State.UNPUBLISHED);
      assertThat(pipeline.documents()).isEmpty();

      // When it is lifted
      pipeline.raw(record(1, 4, Map.of()));

      // Then
      Document back = only(pipeline.documents());
      assertThat(back.state()).isEqualTo(Document.State.PUBLISHED);
      assertThat(back.documentId()).isEqualTo(id);
      pipeline.pass(Duration.ofDays(60));
      assertThat(pipeline.documents()).isEmpty();
    }
  }

  @Test
  void shouldUnpublishWhatLeavesItsStatus() throws IOException {
    try (TopologyFixture pipeline =
        new TopologyFixture(folder.resolve("state"), site("statuses: [New, Live*]"), EVENING)) {
      // Given
      pipeline.raw(record(1, 1, Map.of()));
      assertThat(only(pipeline.documents()).state()).isEqualTo(Document.State.PUBLISHED);
      pipeline.accepted();

      // When
      pipeline.raw(status(record(1, 2, Map.of()), "In review"));

      // Then
      assertThat(only(pipeline.documents()).state()).isEqualTo(Document.State.UNPUBLISHED);
      AcceptedCuration told = only(pipeline.accepted());
      assertThat(told.state()).isEqualTo(AcceptedCuration.State.WAITING);
      assertThat(told.reason())
          .isEqualTo("status \"In review\" is not published; the lane publishes New, Live*");

      // When
      pipeline.raw(status(record(1, 3, Map.of()), "Live again"));

      // Then
      assertThat(only(pipeline.documents()).state()).isEqualTo(Document.State.PUBLISHED);
    }
  }

  @Test
  void shouldWaitForTheDocumentsOwnDate() throws IOException {
    try (TopologyFixture pipeline =
        new TopologyFixture(
            folder.resolve("state"),
            site("until: closes"),
            Instant.parse("2024-01-31T08:00:00Z"))) {
      // Given a curation system whose clock is a day ahead: Hugo would leave the page out
      pipeline.raw(record(1, 1, Map.of()));
      assertThat(pipeline.documents()).isEmpty();
      assertThat(pipeline.accepted().getLast().reason()).contains("2024-02-01T08:00:00Z");

      // When
      pipeline.pass(Duration.ofDays(1));

      // Then
      assertThat(only(pipeline.documents()).state()).isEqualTo(Document.State.PUBLISHED);
    }
  }

  @Test
  void shouldPublishThousandsThatWaitForOneMidnight() throws IOException {
    try (TopologyFixture pipeline =
        new TopologyFixture(folder.resolve("state"), site("from: opens"), EVENING)) {
      // Given
      int many = 1200;
      for (int i = 1; i <= many; i++) {
        pipeline.raw(record(i, 1, Map.of("opens", "2026-11-26")));
      }

      // When
      pipeline.pass(Duration.ofHours(4));
      int first = pipeline.documents().size();
      pipeline.pass(Duration.ofSeconds(1));
      pipeline.pass(Duration.ofSeconds(1));

      // Then the rest came later, so that records weren't kept waiting
      assertThat(first).isPositive().isLessThan(many);
      assertThat(first + pipeline.documents().size()).isEqualTo(many);
    }
  }

  private static <T> T only(List<T> things) {
    assertThat(things).hasSize(1);
    return things.get(0);
  }

  private static RawCuration record(long number, long version, Map<String, String> dates) {
    RawCuration raw = Given.community(number, version, "Title " + number);
    CurationContext context = raw.context();
    Map<String, JsonNode> fields = new HashMap<>(context.fields());
    dates.forEach((name, date) -> fields.put(name, TextNode.valueOf(date)));
    return with(
        raw,
        new CurationContext(
            fields,
            context.project(),
            context.type(),
            context.status(),
            context.author(),
            context.attachments(),
            null));
  }

  private static RawCuration status(RawCuration raw, String status) {
    CurationContext context = raw.context();
    return with(
        raw,
        new CurationContext(
            context.fields(),
            context.project(),
            context.type(),
            status,
            context.author(),
            context.attachments(),
            null));
  }

  private static RawCuration with(RawCuration raw, CurationContext context) {
    return Given.with(raw, context);
  }

  private SiteConfiguration site(String publish) throws IOException {
    Files.createDirectories(folder.resolve("site/archetypes"));
    Files.writeString(
        folder.resolve("site/lanes.yaml"),
        """
        lanes:
          - name: gated
            match: {}
            archetype: page
            document-id: "${id}"
            publish: {%s}
        """
            .formatted(publish));
    Files.writeString(
        folder.resolve("site/archetypes/page.md"),
        """
        ---
        title: ${title}
        date: ${createdAt}
        slug: ${title | slugify}
        basePath: /news/
        ---
        ${body}
        """);
    return SiteConfiguration.load(folder.resolve("site"));
  }
}
