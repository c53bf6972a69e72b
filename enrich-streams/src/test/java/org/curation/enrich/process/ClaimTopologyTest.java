package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.curation.model.Document;
import org.curation.model.Identity;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Claims as they travel through the topology's topics. */
class ClaimTopologyTest {
  private static final String ADDRESS =
      "/communities/sleep-care/curated-content/sleep-example-same/";

  private static final byte[] KEY = "key".getBytes(StandardCharsets.UTF_8);

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
  void shouldPublishTheYoungerItemBesideTheOlderOne() {
    // When
    pipeline.raw(Given.community(1, 1, "Same"));
    pipeline.raw(Given.community(2, 1, "Same"));

    // Then
    List<Document> documents = pipeline.documents();
    assertThat(documents)
        .extracting(Document::address)
        .containsExactly(ADDRESS, ADDRESS.replace("same/", "same-2/"));
    assertThat(documents.get(1).frontMatter().has("aliases")).isTrue();
    assertThat(documents.get(1).formerAddresses()).isEmpty();
  }

  @Test
  void shouldMoveTheHolderBeforeTheOlderItemIsPublished() {
    // Given
    pipeline.raw(Given.community(2, 1, "Same"));
    pipeline.documents();

    // When
    pipeline.raw(Given.community(1, 1, "Same"));

    // Then
    assertThat(pipeline.documents())
        .extracting(document -> document.id() + " " + document.address())
        .containsExactly(
            "open-project:2 " + ADDRESS.replace("same/", "same-2/"), "open-project:1 " + ADDRESS);
    assertThat(pipeline.identities())
        .last()
        .extracting(Identity::addresses)
        .isEqualTo(List.of(ADDRESS, "/news/same"));
  }

  @Test
  void shouldGiveTheNameOnWhenItsOwnerIsDeleted() {
    // Given
    pipeline.raw(Given.community(1, 1, "Same"));
    pipeline.raw(Given.community(2, 1, "Same"));
    pipeline.documents();

    // When
    pipeline.raw(Given.deletion(1, 1));

    // Then
    List<Document> documents = pipeline.documents();
    assertThat(documents.get(0).state()).isEqualTo(Document.State.UNPUBLISHED);
    assertThat(documents).last().extracting(Document::address).isEqualTo(ADDRESS);
  }

  @Test
  void shouldDeadLetterABrokenClaimAndGoOn() {
    // When
    pipeline.bytes(Topics.CLAIMS, "key".getBytes(StandardCharsets.UTF_8), new byte[] {'{'});
    pipeline.bytes(Topics.CLAIM_RESULTS, "key".getBytes(StandardCharsets.UTF_8), new byte[] {'{'});
    pipeline.raw(Given.community(1, 1, "Same"));

    // Then
    assertThat(pipeline.documents()).hasSize(1);
    assertThat(pipeline.letters())
        .extracting(ClaimTopologyTest::reason)
        .containsExactly("not-decodable", "not-decodable");
  }

  @Test
  void shouldDeadLetterNamesThatCouldNotBePartsOfKeys() {
    // When
    pipeline.bytes(Topics.CLAIMS, KEY, claim("address:" + "a".repeat(3_000_000)));
    pipeline.bytes(Topics.CLAIMS, KEY, claim("address:" + ADDRESS + "\\u0000x"));
    pipeline.raw(Given.community(1, 1, "Same"));

    // Then
    assertThat(pipeline.documents()).hasSize(1);
    assertThat(pipeline.letters())
        .extracting(ClaimTopologyTest::reason)
        .containsExactly("not-decodable", "not-decodable");
  }

  private static byte[] claim(String name) {
    return """
        {"name":"%s","claimant":"open-project:9","number":1,"stake":"WANTED","certain":true,
        "seniority":{"imported":false,"createdAt":null},"documentId":"q"}"""
        .formatted(name)
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String reason(TestRecord<String, byte[]> letter) {
    return EventHeaders.read(letter.headers(), DeadLetterHeaders.REASON);
  }
}
