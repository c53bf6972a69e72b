package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.curation.model.AcceptedCuration;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.Document;
import org.curation.model.Identity;
import org.curation.model.Offering;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CurationTopologyTest {
  @TempDir Path state;

  private TopologyFixture pipeline;

  @BeforeEach
  void open() {
    pipeline = new TopologyFixture(state);
  }

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void shouldPublishAtOnceAndAgainWhenTheImageArrives() {
    // Given
    pipeline.raw(Given.community(1, 1, "Sleep Well"));
    Document first = only(pipeline.documents());
    assertThat(pipeline.requests())
        .extracting(CaptureRequest::key)
        .extracting(CaptureKey::resource)
        .containsExactlyInAnyOrder(CaptureKey.PAGE, CaptureKey.FEATURED_IMAGE);

    // When
    pipeline.capture(Given.image(1, 1));

    // Then
    Document second = only(pipeline.documents());
    assertThat(first.frontMatter().has("featuredImage")).isFalse();
    assertThat(first.assets()).isEmpty();
    assertThat(second.revision()).isEqualTo(2);
    assertThat(second.frontMatter().at("/featuredImage/size/0").asInt()).isEqualTo(800);
    assertThat(second.assets()).extracting(Document.Asset::sha256).containsExactly("ab12");
    assertThat(second.path())
        .isEqualTo(
            "content/communities/sleep-care/curated-content/%s/index.md"
                .formatted(second.documentId()));
    assertThat(second.address())
        .isEqualTo("/communities/sleep-care/curated-content/sleep-example-sleep-well/");
  }

  @Test
  void shouldPublishWithAReasonWhenTheImageCannotBeDecoded() {
    // Given
    pipeline.raw(Given.community(1, 1, "Sleep Well"));
    pipeline.documents();

    // When
    pipeline.capture(Given.brokenImage(1, 1));

    // Then
    JsonNode image = only(pipeline.documents()).frontMatter().get("featuredImage");
    assertThat(image.get("valid").asBoolean()).isFalse();
    assertThat(image.get("reason").asText()).isEqualTo("not an image");
  }

  @Test
  void shouldTellNothingForARepeatALateOrAnEqualRecord() {
    // Given
    pipeline.raw(Given.community(1, 3, "Sleep Well"));
    pipeline.documents();
    pipeline.requests();

    // When
    pipeline.raw(Given.community(1, 3, "Sleep Well"));
    pipeline.raw(Given.community(1, 2, "Older Title"));

    // Then
    assertThat(pipeline.documents()).isEmpty();
    assertThat(pipeline.requests()).isEmpty();
    assertThat(pipeline.letters()).isEmpty();
  }

  @Test
  void shouldKeepTheIdAndAliasTheFormerAddressWhenRenamed() {
    // Given
    pipeline.raw(Given.community(1, 1, "Old Name"));
    Document before = only(pipeline.documents());

    // When
    pipeline.raw(Given.community(1, 2, "New Name"));

    // Then
    Document after = only(pipeline.documents());
    assertThat(after.documentId()).isEqualTo(before.documentId());
    assertThat(after.path()).isEqualTo(before.path());
    assertThat(after.address()).endsWith("/sleep-example-new-name/");
    assertThat(after.frontMatter().get("aliases"))
        .extracting(JsonNode::asText)
        .containsExactly("/news/new-name", before.address(), "/news/old-name");
    assertThat(pipeline.identities())
        .last()
        .extracting(Identity::addresses)
        .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
        .containsExactly(before.address(), "/news/old-name", after.address(), "/news/new-name");
  }

  @Test
  void shouldUnpublishADeletedItemAndKeepItSo() {
    // Given
    pipeline.raw(Given.community(1, 2, "Sleep Well"));
    Document published = only(pipeline.documents());

    // When
    pipeline.raw(Given.deletion(1, 2));
    pipeline.raw(Given.community(1, 2, "Sleep Well"));
    pipeline.raw(Given.community(1, 1, "Sleep Badly"));

    // Then
    Document removed = only(pipeline.documents());
    assertThat(removed.state()).isEqualTo(Document.State.UNPUBLISHED);
    assertThat(removed.path()).isEqualTo(published.path());
    assertThat(removed.revision()).isEqualTo(2);
    assertThat(pipeline.accepted())
        .last()
        .extracting(AcceptedCuration::state)
        .isEqualTo(AcceptedCuration.State.DELETED);
  }

  @Test
  void shouldNotPublishWhatWasDeletedBeforeItWasSeen() {
    pipeline.raw(Given.deletion(1, 2));
    pipeline.raw(Given.community(1, 2, "Sleep Well"));
    assertThat(pipeline.documents()).isEmpty();
  }

  @Test
  void shouldIgnoreAnAnswerToAnOlderRequest() {
    // Given
    pipeline.raw(Given.news(1, 1, "Sleep Well"));
    pipeline.documents();

    // When
    pipeline.capture(Given.page(1, 0, "<meta name=author content=Nobody>"));

    // Then
    assertThat(pipeline.documents()).isEmpty();
  }

  @Test
  void shouldTakePageMetadataIntoNews() {
    // Given
    pipeline.raw(Given.news(1, 1, "Sleep Well"));
    pipeline.documents();

    // When
    pipeline.capture(Given.page(1, 1, "<meta property='og:title' content='Sleep!'>"));

    // Then
    Document document = only(pipeline.documents());
    assertThat(document.frontMatter().at("/openGraphMetaData/ogtitle").asText())
        .isEqualTo("Sleep!");
    assertThat(document.frontMatter().at("/htmlMetaData/ogtype").isNull()).isTrue();
  }

  @Test
  void shouldRepublishExactlyTheDocumentsThatAnOfferingTouches() {
    // Given
    pipeline.raw(Given.news(1, 1, "Sleep Well"));
    pipeline.raw(Given.community(2, 1, "No Offerings Here"));
    pipeline.documents();

    // When
    pipeline.offering(new Offering(5, "Pillow", List.of("KLAS: Sleep")));
    List<Document> related = pipeline.documents();
    pipeline.offering(new Offering(6, "Anchor", List.of("KLAS: Boats")));
    List<Document> unrelated = pipeline.documents();
    pipeline.withdrawn(5);
    List<Document> withdrawn = pipeline.documents();

    // Then
    assertThat(only(related).frontMatter().at("/relatedOfferings/0/label").asText())
        .isEqualTo("Pillow");
    assertThat(unrelated).isEmpty();
    assertThat(only(withdrawn).frontMatter().get("relatedOfferings")).isEmpty();
  }

  @Test
  void shouldUseAnImportedIdentityAndRefuseALateOne() {
    // Given
    Identity imported =
        new Identity(
            Given.id(1),
            "0a-known.md",
            "content/news/0a-known.md",
            List.of("/news/once/"),
            Identity.Origin.IMPORTED);

    // When
    pipeline.identity(imported);
    pipeline.raw(Given.news(1, 1, "Sleep Well"));
    Document document = only(pipeline.documents());
    pipeline.identity(imported);
    pipeline.identity(
        new Identity(Given.id(1), "0b-other", null, List.of(), Identity.Origin.IMPORTED));

    // Then
    assertThat(document.documentId()).isEqualTo("0a-known.md");
    assertThat(document.path()).isEqualTo("content/news/0a-known.md");
    assertThat(document.frontMatter().get("aliases"))
        .extracting(JsonNode::asText)
        .containsExactly("/news/sleep-well", "/news/once/");
    assertThat(reason(only(pipeline.letters()))).isEqualTo("identity-already-pinned");
    assertThat(pipeline.documents()).isEmpty();
  }

  @Test
  void shouldDeadLetterWhatNoLaneTakesOnceAndResolveItWhenMended() {
    // Given
    pipeline.raw(Given.workPackage(1, 1, "Budget", "internal-ops", "Operations"));
    pipeline.raw(Given.workPackage(1, 1, "Budget", "internal-ops", "Operations"));
    TestRecord<String, byte[]> letter = only(pipeline.letters());
    assertThat(reason(letter)).isEqualTo("no-lane");
    assertThat(new String(letter.value(), StandardCharsets.UTF_8)).contains("\"Budget\"");

    // When
    pipeline.raw(Given.community(1, 2, "Budget Sleep"));

    // Then
    TestRecord<String, byte[]> decision = only(pipeline.letters());
    assertThat(decision.key()).isEqualTo(letter.key());
    assertThat(EventHeaders.read(decision.headers(), DeadLetterHeaders.DECISION))
        .isEqualTo("resolved");
    assertThat(pipeline.documents()).hasSize(1);
  }

  @Test
  void shouldKeepServingTheLastGoodRecordWhileANewerOneCannotBeShaped() {
    // Given
    var bad = Given.community(1, 3, "Broken");
    ((com.fasterxml.jackson.databind.node.ObjectNode) bad.payload()).put("subject", " ");

    // When the bad one comes first, the older good one is published all the same
    pipeline.raw(bad);
    assertThat(reason(only(pipeline.letters()))).isEqualTo("missing-title");
    pipeline.raw(Given.community(1, 2, "Sleep Well"));
    Document published = only(pipeline.documents());
    assertThat(published.version().number()).isEqualTo(2);
    assertThat(pipeline.requests()).hasSize(2);

    // When its image arrives, it is shown
    pipeline.capture(Given.image(1, 1));
    assertThat(only(pipeline.documents()).assets()).hasSize(1);

    // When an older one comes, nothing changes; when it is deleted, it goes
    pipeline.raw(Given.community(1, 1, "Sleep Badly"));
    assertThat(pipeline.documents()).isEmpty();
    pipeline.raw(Given.deletion(1, 2));
    assertThat(only(pipeline.documents()).state()).isEqualTo(Document.State.UNPUBLISHED);
    assertThat(pipeline.letters()).isEmpty();
  }

  @Test
  void shouldDeadLetterBytesThatAreNoRecordAndGoOn() {
    // Given
    byte[] key = "open-project:1".getBytes(StandardCharsets.UTF_8);

    // When
    pipeline.bytes(Topics.RAW, key, "{broken".getBytes(StandardCharsets.UTF_8));
    pipeline.bytes(Topics.RAW, null, "{}".getBytes(StandardCharsets.UTF_8));
    pipeline.bytes(Topics.RAW, key, null);
    pipeline.bytes(Topics.CAPTURES, key, new byte[] {(byte) 0xc3, 0x28});
    pipeline.bytes(Topics.OFFERINGS, key, "7".getBytes(StandardCharsets.UTF_8));
    pipeline.raw(Given.community(1, 1, "Sleep Well"));

    // Then
    List<TestRecord<String, byte[]>> letters = pipeline.letters();
    assertThat(letters).hasSize(5).allMatch(letter -> reason(letter).equals("not-decodable"));
    assertThat(new String(letters.get(0).value(), StandardCharsets.UTF_8)).isEqualTo("{broken");
    assertThat(pipeline.documents()).hasSize(1);
  }

  @Test
  void shouldDeadLetterADocumentThatIsTooLargeForARecord() {
    // Given
    var raw = Given.community(1, 1, "Sleep Well");
    ((com.fasterxml.jackson.databind.node.ObjectNode) raw.payload().get("description"))
        .put("raw", "x".repeat(4 * 1024 * 1024));

    // When
    pipeline.raw(raw);

    // Then
    assertThat(pipeline.documents()).isEmpty();
    assertThat(reason(only(pipeline.letters()))).isEqualTo("too-large");
  }

  @Test
  void shouldCarryCloudEventsHeadersAndTheTrace() {
    // When
    pipeline.raw(Given.community(1, 1, "Sleep Well"));

    // Then
    TestRecord<String, Document> message = only(pipeline.documentRecords());
    assertThat(EventHeaders.read(message.headers(), EventHeaders.TYPE))
        .isEqualTo("org.curation.documents.v1");
    assertThat(EventHeaders.read(message.headers(), EventHeaders.SUBJECT))
        .isEqualTo("open-project:1");
    assertThat(EventHeaders.read(message.headers(), EventHeaders.TRACE_PARENT))
        .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-[0-9a-f]{2}");
  }

  private static String reason(TestRecord<String, byte[]> letter) {
    return String.valueOf(EventHeaders.read(letter.headers(), DeadLetterHeaders.REASON));
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.get(0);
  }
}
