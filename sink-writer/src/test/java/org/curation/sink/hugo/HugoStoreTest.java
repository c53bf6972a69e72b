package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.curation.model.Document.State;
import org.curation.model.Publication.Outcome;
import org.curation.sink.store.Applied;
import org.curation.sink.store.TestDocuments;
import org.junit.jupiter.api.Test;

/** What the store writes and removes. */
class HugoStoreTest extends HugoStoreScene {
  @Test
  void shouldWriteADocumentWithItsImageBeside() throws Exception {
    // When
    List<Applied> applied = store.apply(List.of(A.write(EPOCH)));

    // Then
    assertThat(SiteTree.of(site))
        .isEqualTo(
            Map.of(
                "content/", "",
                "content/news/", "",
                "content/news/a/", "",
                "content/news/a/a.jpeg", "first image",
                "content/news/a/index.md",
                    "---\ntitle: Title of open-project:1\nimages:\n  - a.jpeg\n---\nBody of 1"));
    assertThat(applied)
        .containsExactly(
            new Applied(
                A.id(),
                Outcome.CREATED,
                "content/news/a/index.md",
                A.version(),
                1,
                A.get().contentHash()));
  }

  @Test
  void shouldDoThingsInTheOrderThatKeepsReadersAndPowerCutsHarmless() throws Exception {
    // Given
    store.apply(List.of(A.write(EPOCH)));
    files.log().clear();
    TestDocuments moved =
        A.next().at("content/blog/a.md").withoutImages().with("x.jpeg", "x").with("y.jpeg", "y");

    // When
    store.apply(List.of(moved.write(EPOCH)));

    // Then
    assertThat(files.log())
        .containsExactly(
            "append ledger.jsonl",
            "createFolder blog",
            "write",
            "write",
            "write",
            "rename x.jpeg",
            "rename y.jpeg",
            "rename a.md",
            "sync content",
            "sync blog",
            "sync site",
            "delete index.md",
            "delete a.jpeg",
            "delete a",
            "delete news",
            "sync content",
            "append ledger.jsonl");
  }

  @Test
  void shouldUpdateMoveRemoveAndPublishAgain() throws Exception {
    // When
    Outcome created = apply(A);
    Outcome updated = apply(A.next().saying("new"));
    Outcome moved = apply(A.next().next().at("content/blog/a.md"));
    List<String> afterMove = SiteTree.files(site);
    Outcome removed = apply(A.version(1, 4).unpublished().at("content/blog/a.md"));
    Map<String, String> afterRemoval = SiteTree.of(site);
    Outcome again = apply(A.version(1, 5));

    // Then
    assertThat(List.of(created, updated, moved, removed, again))
        .containsExactly(
            Outcome.CREATED, Outcome.UPDATED, Outcome.MOVED, Outcome.REMOVED, Outcome.CREATED);
    assertThat(afterMove).containsExactly("content/blog/a.jpeg", "content/blog/a.md");
    assertThat(afterRemoval).isEqualTo(Map.of("content/", ""));
    assertThat(SiteTree.files(site))
        .containsExactly("content/news/a/a.jpeg", "content/news/a/index.md");
  }

  @Test
  void shouldRemoveOnlyTheImageThatIsNoLongerNamed() throws Exception {
    // Given
    apply(A);
    apply(B);

    // When
    Outcome outcome = apply(A.next().withoutImages().with("c.jpeg", "c"));

    // Then
    assertThat(outcome).isEqualTo(Outcome.UPDATED);
    assertThat(SiteTree.files(site))
        .containsExactly(
            "content/news/a/c.jpeg",
            "content/news/a/index.md",
            "content/news/b.jpeg",
            "content/news/b.md");
  }

  @Test
  void shouldNotTouchAFileThatIsAlreadyRight() throws Exception {
    // Given
    apply(A);
    long tempsBefore = files.log().stream().filter("write"::equals).count();
    age();

    // When
    Outcome newRevisionOfTheSame = apply(A.next());
    Outcome theSameAgain = apply(A.next());

    // Then
    assertThat(newRevisionOfTheSame).isEqualTo(Outcome.UNCHANGED);
    assertThat(theSameAgain).isEqualTo(Outcome.UNCHANGED);
    assertThat(files.log().stream().filter("write"::equals)).hasSize((int) tempsBefore);
    assertAged();
  }

  @Test
  void shouldRebuildALostLedgerWithoutTouchingFiles() throws Exception {
    // Given
    apply(A);
    apply(B);
    age();
    store.close();
    Files.delete(ledger.resolve("ledger.jsonl"));
    store = HugoStore.open(site, ledger);

    // When
    List<Applied> applied = store.apply(List.of(A.write("new epoch"), B.write("new epoch")));

    // Then
    assertThat(applied).extracting(Applied::outcome).containsOnly(Outcome.UNCHANGED);
    assertAged();
    assertThat(store.entries()).hasSize(2);
  }

  @Test
  void shouldRemoveAnUnpublishedDocumentThatOnlyTheSiteRemembers() throws Exception {
    // Given
    write("content/news/a/index.md", "imported long ago");

    // When
    Outcome outcome = apply(A.unpublished());

    // Then
    assertThat(outcome).isEqualTo(Outcome.REMOVED);
    assertThat(SiteTree.of(site)).isEqualTo(Map.of("content/", ""));
  }

  @Test
  void shouldAcceptTheRemovalOfWhatNeverWasThere() throws Exception {
    // When
    Outcome outcome = apply(A.unpublished());

    // Then
    assertThat(outcome).isEqualTo(Outcome.UNCHANGED);
    assertThat(SiteTree.of(site)).isEmpty();
    assertThat(store.entries()).extracting(LedgerEntry::state).containsExactly(State.UNPUBLISHED);
  }

  @Test
  void shouldIgnoreAStaleDocumentAndTellWhatItHolds() throws Exception {
    // Given
    apply(A.version(5, 3));
    Map<String, String> before = SiteTree.of(site);

    // When
    Applied stale =
        store
            .apply(List.of(A.version(4, 9).at("content/old.md").saying("old").write(EPOCH)))
            .get(0);

    // Then
    assertThat(stale.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(stale.location()).isEqualTo("content/news/a/index.md");
    assertThat(stale.version().number()).isEqualTo(5);
    assertThat(stale.revision()).isEqualTo(3);
    assertThat(SiteTree.of(site)).isEqualTo(before);
  }

  @Test
  void shouldTakeOverTheGuardOfANewEpoch() throws Exception {
    // Given
    apply(A.version(3, 5, 70));

    // When
    Applied adopted = store.apply(List.of(A.version(0, 5, 1).write("new epoch"))).get(0);
    Applied newer = store.apply(List.of(A.version(0, 5, 2).saying("x").write("new epoch"))).get(0);

    // Then
    assertThat(adopted.outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(adopted.revision()).isEqualTo(1);
    assertThat(newer.outcome()).isEqualTo(Outcome.UPDATED);
  }

  @Test
  void shouldHoldOnlyWhatIsThereWithTheRightBytes() throws Exception {
    // Given
    apply(A);
    var asset = A.get().assets().get(0);
    var otherHash = A.withoutImages().with("a.jpeg", "other").get().assets().get(0);

    // When / Then
    assertThat(store.holds(A.id(), asset)).isTrue();
    assertThat(store.holds(A.id(), otherHash)).isFalse();
    assertThat(store.holds(B.id(), asset)).isFalse();
    write("content/news/a/a.jpeg", "damaged image");
    assertThat(store.holds(A.id(), asset)).isFalse();
    Files.delete(site.resolve("content/news/a/a.jpeg"));
    assertThat(store.holds(A.id(), asset)).isFalse();
  }

  @Test
  void shouldTakeAHeldImageAlongWhenADocumentMoves() throws Exception {
    // Given
    apply(A);

    // When
    store.apply(List.of(A.next().at("content/blog/a.md").writeWithoutBytes(EPOCH)));

    // Then
    assertThat(SiteTree.of(site)).containsEntry("content/blog/a.jpeg", "first image");
  }

  @Test
  void shouldAskAgainForAnImageThatVanishedMeanwhile() throws Exception {
    // Given
    apply(A);
    Files.delete(site.resolve("content/news/a/a.jpeg"));

    // When / Then
    assertThatThrownBy(() -> store.apply(List.of(A.next().writeWithoutBytes(EPOCH))))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("a.jpeg");
    assertThat(apply(A.next())).isEqualTo(Outcome.UPDATED);
  }
}
