package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.curation.sink.store.TestDocuments.document;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.curation.model.Document.State;
import org.curation.model.Publication.Outcome;
import org.curation.service.UserError;
import org.curation.sink.store.Applied;
import org.curation.sink.store.RefusedWriteException;
import org.curation.sink.store.TestDocuments;
import org.curation.sink.store.TopicPartitionIdentity;
import org.junit.jupiter.api.Test;

/** What the store refuses, and what it remembers. */
class HugoStoreRefusalTest extends HugoStoreScene {
  @Test
  void shouldRefuseAPlaceThatAnotherCurationHasAndApplyNothingOfTheBatch() throws Exception {
    // Given
    apply(A);
    Map<String, String> before = SiteTree.of(site);
    TestDocuments intruder = document("3", A.path());

    // When
    RefusedWriteException refused = refused(B, intruder);

    // Then
    assertThat(refused.id()).isEqualTo(intruder.id());
    assertThat(refused.reason()).isEqualTo("path-taken");
    assertThat(refused).hasMessageContaining("open-project:1");
    assertThat(SiteTree.of(site)).isEqualTo(before);
    assertThat(store.entries()).hasSize(1);
  }

  @Test
  void shouldRefuseAnAddressThatAnotherCurationHas() throws Exception {
    // Given
    apply(A);
    TestDocuments intruder = document("3", "content/news/c.md").address("/News/1");

    // When
    RefusedWriteException refused = refused(intruder);

    // Then
    assertThat(refused.reason()).isEqualTo("address-taken");
    assertThat(refused.owner()).contains(A.id());
  }

  @Test
  void shouldRefuseAnImageNameThatAnotherCurationHasInTheSameFolder() throws Exception {
    // Given
    apply(B);

    // When
    RefusedWriteException refused = refused(document("3", "content/news/c.md").with("b.jpeg", "x"));

    // Then
    assertThat(refused.reason()).isEqualTo("path-taken");
    assertThat(SiteTree.of(site)).containsEntry("content/news/b.jpeg", "b");
  }

  @Test
  void shouldRefuseAFileWhereOthersNeedAFolder() throws Exception {
    // Given
    TestDocuments bundle = document("3", "content/x.md/index.md");
    TestDocuments flat = document("4", "content/x.md");

    // When
    RefusedWriteException both = refused(bundle, flat);
    RefusedWriteException theOtherWay = refused(flat, bundle);
    write("content/folder.md/human.txt", "by hand");
    RefusedWriteException onDisk = refused(document("5", "content/folder.md"));
    write("content/file", "by hand");
    RefusedWriteException below = refused(document("6", "content/file/index.md"));

    // Then
    assertThat(List.of(both.id(), theOtherWay.id())).containsExactly(flat.id(), bundle.id());
    assertThat(List.of(both, theOtherWay, onDisk, below))
        .extracting(RefusedWriteException::reason)
        .containsOnly("path-taken");
  }

  @Test
  void shouldLetOneTakeAPlaceThatAnotherLeavesInTheSameBatch() throws Exception {
    // Given
    apply(A);
    TestDocuments follower = document("3", A.path());

    // When
    List<Applied> applied =
        store.apply(
            List.of(follower.write(EPOCH), A.next().at("content/news/z/index.md").write(EPOCH)));

    // Then
    assertThat(applied)
        .extracting(Applied::outcome)
        .containsExactly(Outcome.UPDATED, Outcome.MOVED);
    assertThat(SiteTree.of(site).get(A.path())).endsWith("Body of 3");
    assertThat(SiteTree.files(site))
        .containsExactly(A.path(), "content/news/z/a.jpeg", "content/news/z/index.md");
  }

  @Test
  void shouldLetTheOwnerStayWhateverTheOrderOfTheBatch() throws Exception {
    // Given
    apply(A);

    // When
    RefusedWriteException refused = refused(document("0", A.path()), A.next().saying("new"));

    // Then
    assertThat(refused.id().sourceId()).isEqualTo("0");
  }

  @Test
  void shouldRefuseAPathThatLeavesTheSite() throws Exception {
    // Given
    Path outside = Files.createDirectory(folder.resolve("outside"));
    Files.createDirectories(site.resolve("content"));
    Files.createSymbolicLink(site.resolve("content/link"), outside);
    Files.createSymbolicLink(site.resolve("content/nowhere"), folder.resolve("missing"));
    Files.createSymbolicLink(site.resolve("content/loop"), site.resolve("content/loop"));

    // When
    List<RefusedWriteException> refused =
        List.of(
            refused(document("3", "content/../../outside/a.md")),
            refused(document("4", "content/link/a.md")),
            refused(document("5", "content/link/new/a.md")),
            refused(document("6", "content/nowhere/a.md")),
            refused(document("7", "content/loop/a.md")),
            refused(document("8", "content/a.md").with("../a.jpeg", "x")),
            refused(document("9", "content/a.md").with("a.jpeg", "x").with("a.jpeg", "y")),
            refused(document("10", "content/" + "d234567/".repeat(509) + "a.md")));

    // Then
    assertThat(refused).extracting(RefusedWriteException::reason).containsOnly("unsafe-path");
    assertThat(SiteTree.files(outside)).isEmpty();
    try (Stream<Path> content = Files.list(site.resolve("content"))) {
      assertThat(content.map(Path::getFileName).map(Path::toString))
          .containsExactlyInAnyOrder("link", "nowhere", "loop");
    }
    assertThat(store.entries()).isEmpty();
  }

  @Test
  void shouldFollowALinkThatStaysInTheSiteAndReplaceOneInPlaceOfAFile() throws Exception {
    // Given
    Path outside = Files.writeString(folder.resolve("outside.md"), "not ours");
    Files.createDirectories(site.resolve("content/real"));
    Files.createSymbolicLink(site.resolve("content/link"), site.resolve("content/real"));
    Files.createSymbolicLink(site.resolve("content/real/a.md"), outside);

    // When
    apply(document("3", "content/link/a.md"));

    // Then
    assertThat(Files.isSymbolicLink(site.resolve("content/real/a.md"))).isFalse();
    assertThat(Files.readString(site.resolve("content/real/a.md"))).endsWith("Body of 3");
    assertThat(outside).hasContent("not ours");
  }

  @Test
  void shouldSweepUnfinishedFilesOfTheFoldersThatItWritesTo() throws Exception {
    // Given
    write("content/news/a/.curation-1.tmp", "half");
    write("content/news/other/.curation-2.tmp", "half");

    // When
    apply(A);

    // Then
    assertThat(SiteTree.files(site))
        .containsExactly(
            "content/news/a/a.jpeg",
            "content/news/a/index.md",
            "content/news/other/.curation-2.tmp");
  }

  @Test
  void shouldRememberPositionsAndEntriesAcrossARestart() throws Exception {
    // Given
    TopicPartitionIdentity partition = new TopicPartitionIdentity("cluster", "topic", 1);
    apply(A);
    store.commit(Map.of(partition, 41L));
    store.commit(Map.of(partition, 42L));
    store.close();

    // When
    store = HugoStore.open(site, ledger);

    // Then
    assertThat(store.position(partition)).contains(42L);
    assertThat(store.position(new TopicPartitionIdentity("cluster", "other", 1)))
        .isEqualTo(Optional.empty());
    assertThat(store.entries())
        .containsExactly(
            new LedgerEntry(
                A.id(),
                State.PUBLISHED,
                "document-1",
                A.path(),
                "/news/1/",
                List.of("/old/1/"),
                A.get().contentHash()));
    assertThat(Ledger.readEntries(ledger)).isEqualTo(store.entries());
    assertThat(apply(A)).isEqualTo(Outcome.UNCHANGED);
  }

  @Test
  void shouldRefuseASecondWriteOfOneCurationInABatch() {
    // When / Then
    assertThatThrownBy(() -> store.apply(List.of(A.write(EPOCH), A.next().write(EPOCH))))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("open-project:1");
  }

  @Test
  void shouldNotStartOnASiteThatIsGoneWhileTheLedgerSpeaksOfDocuments() throws Exception {
    // Given
    apply(A);
    store.close();
    Files.move(site, folder.resolve("unmounted"));
    Files.createDirectory(site);

    // When / Then
    assertThatThrownBy(() -> HugoStore.open(site, ledger))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(site.toString())
        .hasMessageContaining("1 documents");
  }

  @Test
  void shouldPublishEverythingAgainWhenTheWholeSiteWasRemoved() throws Exception {
    // Given
    TopicPartitionIdentity partition = new TopicPartitionIdentity("cluster", EPOCH, 0);
    apply(A);
    store.commit(Map.of(partition, 7L));
    Map<String, String> before = SiteTree.of(site);
    store.close();
    Files.move(site, folder.resolve("removed"));

    // When
    store = HugoStore.open(site, ledger);

    // Then
    assertThat(store.position(partition)).contains(0L);
    assertThat(store.entries())
        .extracting(LedgerEntry::documentId)
        .containsExactly(A.write(EPOCH).document().documentId());
    assertThat(apply(A)).isEqualTo(Outcome.CREATED);
    assertThat(SiteTree.of(site)).isEqualTo(before);
  }

  @Test
  void shouldNotStartWithTheLedgerInsideTheSite() {
    // Given
    Path inside = site.resolve("ledger");

    // When / Then
    assertThatThrownBy(() -> HugoStore.open(site, inside))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(inside.toString());
  }

  @Test
  void shouldNotStartTwiceOnOneLedger() {
    // When / Then
    assertThatThrownBy(() -> HugoStore.open(site, ledger))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(ledger.toString());
  }
}
