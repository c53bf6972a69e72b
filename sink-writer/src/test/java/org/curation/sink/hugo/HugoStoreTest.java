package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.curation.sink.store.TestDocuments.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
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
import org.curation.sink.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HugoStoreTest {
  private static final String EPOCH = "epoch";
  private static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
  private static final TestDocuments A =
      document("1", "content/news/a/index.md").with("a.jpeg", "first image");
  private static final TestDocuments B = document("2", "content/news/b.md").with("b.jpeg", "b");

  @TempDir Path folder;
  private Path site;
  private Path ledger;
  private TroubledFiles files;
  private HugoStore store;

  @BeforeEach
  void open() {
    site = folder.resolve("site");
    ledger = folder.resolve("ledger");
    files = TroubledFiles.none();
    store = HugoStore.open(site, ledger, files);
  }

  @AfterEach
  void close() {
    store.close();
  }

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

  private Outcome apply(TestDocuments document) throws IOException, RefusedWriteException {
    return store.apply(List.of(document.write(EPOCH))).get(0).outcome();
  }

  private RefusedWriteException refused(TestDocuments... batch) {
    List<Write> writes = List.of(batch).stream().map(each -> each.write(EPOCH)).toList();
    return catchThrowableOfType(RefusedWriteException.class, () -> store.apply(writes));
  }

  private void write(String path, String content) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.UTF_8);
  }

  private void age() throws IOException {
    for (String file : SiteTree.files(site)) {
      Files.setLastModifiedTime(site.resolve(file), LONG_AGO);
    }
  }

  private void assertAged() throws IOException {
    for (String file : SiteTree.files(site)) {
      assertThat(Files.getLastModifiedTime(site.resolve(file))).as(file).isEqualTo(LONG_AGO);
    }
  }
}
