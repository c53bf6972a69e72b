package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.CurationContext;
import org.curation.model.Document;
import org.curation.model.Offering;
import org.curation.model.Provenance.Step;
import org.curation.model.RawCuration;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RelatedOfferingsTest {
  private static final String ARCHETYPE =
      """
      ---
      title: ${title}
      slug: ${title | slugify}
      basePath: /news/
      topics: ${topics}
      terms: ${topicTerms}
      related: ${relatedOfferings}
      ---
      """;
  private static final String LANES =
      """
      lanes:
        - name: news
          match: {}
          archetype: one
          document-id: ${id}
          related-offerings: 2
          related-offerings-minimum: 0.5
          topic-names: merged
      """;
  private static final String TABLE =
      """
      vendor-prefixes: [KLAS]
      topics:
        "KLAS: Sleep": [Slumber]
      excluded-offerings: [4]
      """;

  @TempDir Path folder;

  private TopologyFixture pipeline;

  @BeforeEach
  void open() throws IOException {
    Path site = folder.resolve("site");
    Files.createDirectories(site.resolve("archetypes"));
    Files.writeString(site.resolve("archetypes/one.md"), ARCHETYPE);
    Files.writeString(site.resolve("lanes.yaml"), LANES);
    Files.writeString(site.resolve("topics.yaml"), TABLE);
    pipeline = new TopologyFixture(folder.resolve("state"), SiteConfiguration.load(site));
  }

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void shouldAttachTheBestAndExplainThem() {
    // Given
    pipeline.offering(new Offering(3, "Old Pillow", List.of("Sleep")));
    pipeline.offering(new Offering(4, "Never", List.of("Sleep")));
    pipeline.offering(new Offering(5, "Pillow", List.of("slumber", "Rest")));

    // When
    pipeline.raw(item("[\"klas:  sleep\", \"Rest\"]"));

    // Then
    Document document = only(pipeline.documents());
    assertThat(document.frontMatter().get("related"))
        .extracting(each -> each.get("label").asText())
        .containsExactly("Pillow", "Old Pillow");
    assertThat(document.provenance().steps())
        .contains(
            new Step("topics", "merged by topics.yaml", "klas:  sleep → KLAS: Sleep"),
            new Step(
                "related offerings",
                "shared categories, rare ones weigh more, newer offerings first, weight at least 0.5",
                "2 for [KLAS: Sleep, Rest]"),
            new Step("related offering 5", "weight 1.5", "rest (1 of 1), sleep (1 of 2)"),
            new Step("related offering 3", "weight 0.5", "sleep (1 of 2)"));
  }

  @Test
  void shouldPublishAgainOnlyWhenAnotherOfferingIsShown() {
    // Given
    pipeline.offering(new Offering(3, "Old Pillow", List.of("Sleep", "Night")));
    pipeline.offering(new Offering(5, "Pillow", List.of("Sleep", "Rest")));
    pipeline.raw(item("[\"Sleep\", \"Rest\", \"Night\"]"));
    assertThat(pipeline.documents()).hasSize(1);

    // When one comes that weighs less than both, although their weights change
    pipeline.offering(new Offering(6, "Light", List.of("Sleep")));
    pipeline.offering(new Offering(7, "Elsewhere", List.of("Boats")));
    pipeline.offering(new Offering(6, "Light", List.of("Sleep")));

    // Then
    assertThat(pipeline.documents()).isEmpty();

    // When one goes that was shown, the next is below the minimum
    pipeline.withdrawn(3);
    assertThat(only(pipeline.documents()).frontMatter().get("related")).hasSize(2);
    pipeline.withdrawn(5);
    assertThat(only(pipeline.documents()).frontMatter().get("related"))
        .extracting(each -> each.get("offeringId").asLong())
        .containsExactly(6L);
  }

  @Test
  void shouldShowEachTopicOnceWithSlugLabelAndAddress() {
    // When
    pipeline.raw(item("[\"Sleep\", \"slumber\", \"Symplur:  Café Care\"]"));

    // Then
    JsonNode frontMatter = only(pipeline.documents()).frontMatter();
    assertThat(frontMatter.get("topics"))
        .extracting(JsonNode::asText)
        .containsExactly("KLAS: Sleep", "Symplur: Café Care");
    assertThat(frontMatter.get("terms").get(1).toString())
        .isEqualTo(
            "{\"name\":\"Symplur: Café Care\",\"slug\":\"symplur: café care\",\"label\":\"Café Care\",\"url\":\"topic/symplur-cafe-care\"}");
  }

  @Test
  void shouldKeepBrokenTopicsAsTextAndSaySo() {
    // When
    pipeline.raw(item("[\"Sleep\", Rest"));

    // Then
    Document document = only(pipeline.documents());
    assertThat(document.frontMatter().get("topics"))
        .extracting(JsonNode::asText)
        .containsExactly("[\"Sleep\", Rest");
    assertThat(document.provenance().steps())
        .contains(
            new Step(
                "topics",
                "not in form",
                "topics start like a JSON list but are not one; kept as text"));
  }

  @Test
  void shouldRefuseAnOfferingUnderAnotherNumber() {
    // When
    pipeline.bytes(
        Topics.OFFERINGS,
        "8".getBytes(StandardCharsets.UTF_8),
        Topics.OFFERINGS.serde().serializer().serialize("", new Offering(9, "x", List.of())));

    // Then
    var letter = only(pipeline.letters());
    assertThat(EventHeaders.read(letter.headers(), DeadLetterHeaders.REASON))
        .isEqualTo("not-decodable");
    assertThat(EventHeaders.read(letter.headers(), DeadLetterHeaders.MESSAGE))
        .contains("\"8\"", "\"9\"");
  }

  private static RawCuration item(String topics) {
    RawCuration raw = Given.news(1, 1, "Sleep Well");
    CurationContext context = raw.context();
    Map<String, JsonNode> fields = new HashMap<>(context.fields());
    fields.put("medigyTopics", TextNode.valueOf(topics));
    return Given.with(
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

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }
}
