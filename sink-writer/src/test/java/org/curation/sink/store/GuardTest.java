package org.curation.sink.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curation.sink.store.TestDocuments.document;

import org.curation.model.Document;
import org.curation.model.Document.State;
import org.curation.model.Version;
import org.curation.sink.store.Guard.Decision;
import org.curation.sink.store.Guard.Held;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GuardTest {
  private static final TestDocuments ANY = document("1", "content/a.md");

  @Test
  void shouldApplyWhatTheStoreNeverHad() {
    // When
    Decision decision = Guard.decide(null, ANY.get(), "epoch");

    // Then
    assertThat(decision).isEqualTo(Decision.APPLY);
  }

  /** Held is 1.5, revision 7. */
  @ParameterizedTest
  @CsvSource({
    "1, 5, 7, SAME",
    "1, 5, 8, APPLY",
    "1, 5, 6, STALE",
    "1, 6, 7, APPLY",
    "1, 6, 1, APPLY",
    "1, 4, 9, STALE",
    "2, 0, 0, APPLY",
    "0, 9, 9, STALE"
  })
  void shouldCompareVersionThenRevisionWithinAnEpoch(
      long incarnation, long number, long revision, Decision expected) {
    // Given
    Document document = ANY.version(incarnation, number, revision).saying("new").get();

    // When
    Decision decision = Guard.decide(held("epoch"), document, "epoch");

    // Then
    assertThat(decision).isEqualTo(expected);
  }

  /** A new log counts incarnations and revisions from the start: neither may decide. */
  @ParameterizedTest
  @CsvSource({
    "0, 5, 1, APPLY",
    "0, 6, 1, APPLY",
    "9, 5, 9, APPLY",
    "0, 4, 9, STALE",
    "9, 4, 9, STALE"
  })
  void shouldCompareTheSourcesNumberOnlyAcrossEpochs(
      long incarnation, long number, long revision, Decision expected) {
    // Given
    Document document = ANY.version(incarnation, number, revision).saying("new").get();

    // When
    Decision decision = Guard.decide(held("old epoch"), document, "epoch");

    // Then
    assertThat(decision).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"0, 5, 1, ADOPT", "0, 6, 3, ADOPT", "9, 9, 9, ADOPT", "9, 4, 9, STALE"})
  void shouldAdoptEqualContentFromAnotherEpoch(
      long incarnation, long number, long revision, Decision expected) {
    // Given
    Document document = ANY.version(incarnation, number, revision).get();

    // When
    Decision decision = Guard.decide(held("old epoch"), document, "epoch");

    // Then
    assertThat(decision).isEqualTo(expected);
  }

  @Test
  void shouldNotTakeAnUnpublishedDocumentForAPublishedOneOfTheSameHash() {
    // Given
    Document unpublished = ANY.version(5, 1).unpublished().get();
    Held held = new Held("old", new Version(0, 5), 1, State.PUBLISHED, unpublished.contentHash());

    // When
    Decision decision = Guard.decide(held, unpublished, "new");

    // Then
    assertThat(decision).isEqualTo(Decision.APPLY);
  }

  private static Held held(String epoch) {
    return new Held(epoch, new Version(1, 5), 7, State.PUBLISHED, ANY.get().contentHash());
  }
}
