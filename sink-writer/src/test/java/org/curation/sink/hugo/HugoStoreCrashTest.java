package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curation.sink.store.TestDocuments.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.curation.sink.store.RefusedWriteException;
import org.curation.sink.store.TestDocuments;
import org.curation.sink.store.TopicPartitionIdentity;
import org.curation.sink.store.Write;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Stops the store at every single step of a batch, and lets it go on. */
class HugoStoreCrashTest {
  private static final String EPOCH = "epoch";
  private static final TopicPartitionIdentity PARTITION =
      new TopicPartitionIdentity("cluster", EPOCH, 0);
  private static final TestDocuments A =
      document("1", "content/news/a/index.md").with("a.jpeg", "first image");
  private static final TestDocuments B = document("2", "content/news/b.md").with("b.jpeg", "b");

  @TempDir Path folder;

  /**
   * One story.
   *
   * @param before applied without trouble
   * @param troubled what is being applied when it happens
   * @param after what comes once the store is back
   */
  record Story(
      String name,
      List<List<TestDocuments>> before,
      List<TestDocuments> troubled,
      List<TestDocuments> after) {
    Story(String name, List<List<TestDocuments>> before, List<TestDocuments> troubled) {
      this(name, before, troubled, troubled);
    }

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Story> stories() {
    TestDocuments updated = A.next().saying("new body").withoutImages().with("a.jpeg", "second");
    TestDocuments moved = A.next().at("content/blog/2026/a.md");
    return Stream.of(
        new Story("first publication", List.of(), List.of(A, B)),
        new Story("new body and image", List.of(List.of(A, B)), List.of(updated)),
        new Story(
            "another image name",
            List.of(List.of(A)),
            List.of(A.next().withoutImages().with("c.jpeg", "c"))),
        new Story("image no longer named", List.of(List.of(A)), List.of(A.next().withoutImages())),
        new Story("bundle to flat file", List.of(List.of(A)), List.of(moved)),
        new Story(
            "flat file beside another",
            List.of(List.of(A, B)),
            List.of(B.next().at("content/news/c.md"))),
        new Story("unpublished", List.of(List.of(A, B)), List.of(A.next().unpublished())),
        new Story(
            "published again",
            List.of(List.of(A), List.of(A.next().unpublished())),
            List.of(A.next().next())),
        new Story(
            "two change places",
            List.of(List.of(A, B)),
            List.of(A.next().at("content/news/b.md"), B.next().at("content/news/a/index.md"))),
        new Story(
            "overtaken by another place",
            List.of(List.of(A)),
            List.of(moved),
            List.of(moved.next().at("content/other/a/index.md"))),
        new Story(
            "overtaken before it was ever held", List.of(), List.of(A), List.of(moved.next())),
        new Story(
            "overtaken by its removal",
            List.of(List.of(B)),
            List.of(A),
            List.of(A.next().unpublished())),
        new Story(
            "overtaken by another image",
            List.of(List.of(A)),
            List.of(updated.with("x.jpeg", "x")),
            List.of(updated.next())));
  }

  @ParameterizedTest
  @MethodSource("stories")
  void shouldConvergeAfterACrashAtAnyStep(Story story) throws Exception {
    // Given
    Outcome expected = undisturbed(story);
    int crashes = 0;

    for (int steps = 0; ; steps++) {
      Path here = Files.createDirectory(folder.resolve("crash-" + steps));
      applyBefore(here, story);

      // When
      TroubledFiles files = TroubledFiles.crashingAfter(steps);
      try (HugoStore store = HugoStore.open(here.resolve("site"), here.resolve("ledger"), files)) {
        store.apply(writes(story.troubled()));
        store.commit(Map.of(PARTITION, 7L));
      } catch (TroubledFiles.Crash expectedCrash) {
        crashes++;
      }
      assertNothingTorn(here.resolve("site"), story, steps);
      Outcome actual;
      try (HugoStore store = HugoStore.open(here.resolve("site"), here.resolve("ledger"))) {
        assertThat(SiteTree.files(here.resolve("site"))).noneMatch(name -> name.contains(".tmp"));
        store.apply(writes(story.after()));
        actual = new Outcome(SiteTree.of(here.resolve("site")), store.entries());
      }

      // Then
      assertThat(actual).as("after a crash at step %d", steps).isEqualTo(expected);
      assertThat(Ledger.readEntries(here.resolve("ledger"))).isEqualTo(expected.entries());
      if (!files.happened()) {
        break;
      }
    }
    assertThat(crashes).isGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("stories")
  void shouldConvergeAfterAFailureAtAnyStepWithoutBeingReopened(Story story) throws Exception {
    // Given
    Outcome expected = undisturbed(story);
    int failures = 0;

    for (int steps = 0; ; steps++) {
      Path here = Files.createDirectory(folder.resolve("failure-" + steps));
      applyBefore(here, story);
      TroubledFiles files = TroubledFiles.failingAfter(steps + openingSteps(here));

      // When
      Outcome actual;
      try (HugoStore store = HugoStore.open(here.resolve("site"), here.resolve("ledger"), files)) {
        try {
          store.apply(writes(story.troubled()));
        } catch (IOException expectedFailure) {
          failures++;
          assertThat(SiteTree.files(here.resolve("site"))).noneMatch(name -> name.contains(".tmp"));
        }
        if (!files.happened()) {
          break;
        }
        store.apply(writes(story.after()));
        actual = new Outcome(SiteTree.of(here.resolve("site")), store.entries());
      }

      // Then
      assertThat(actual).as("after a failure at step %d", steps).isEqualTo(expected);
      assertThat(Ledger.readEntries(here.resolve("ledger"))).isEqualTo(expected.entries());
    }
    assertThat(failures).isGreaterThan(3);
  }

  @Test
  void shouldNotTrustTheLedgerAboutADocumentWhoseUpdateWasCutOff() throws Exception {
    // Given
    TestDocuments updated = A.next().saying("new body").withoutImages().with("a.jpeg", "second");
    Story story = new Story("same content from a new log", List.of(List.of(A)), List.of(updated));
    int crashes = 0;

    for (int steps = 0; ; steps++) {
      Path here = Files.createDirectory(folder.resolve("crash-" + steps));
      applyBefore(here, story);
      Map<String, String> before = SiteTree.of(here.resolve("site"));
      TroubledFiles files = TroubledFiles.crashingAfter(steps);
      try (HugoStore store = HugoStore.open(here.resolve("site"), here.resolve("ledger"), files)) {
        store.apply(writes(story.troubled()));
        break;
      } catch (TroubledFiles.Crash expectedCrash) {
        crashes++;
      }

      // When
      try (HugoStore store = HugoStore.open(here.resolve("site"), here.resolve("ledger"))) {
        store.apply(List.of(A.write("new epoch")));
      }

      // Then
      assertThat(SiteTree.of(here.resolve("site"))).as("step %d", steps).isEqualTo(before);
    }
    assertThat(crashes).isGreaterThan(5);
  }

  private record Outcome(Map<String, String> tree, List<LedgerEntry> entries) {}

  /** What a store comes to that never had any trouble, and only ever saw what is to remain. */
  private Outcome undisturbed(Story story) throws Exception {
    Path here = Files.createDirectory(folder.resolve("undisturbed"));
    applyBefore(here, story);
    try (HugoStore store = HugoStore.open(here.resolve("site"), here.resolve("ledger"))) {
      store.apply(writes(story.after()));
      return new Outcome(SiteTree.of(here.resolve("site")), store.entries());
    }
  }

  private static void applyBefore(Path here, Story story) throws Exception {
    try (HugoStore store = HugoStore.open(here.resolve("site"), here.resolve("ledger"))) {
      for (List<TestDocuments> batch : story.before()) {
        store.apply(writes(batch));
      }
    }
  }

  private static int openingSteps(Path here) {
    TroubledFiles files = TroubledFiles.none();
    HugoStore.open(here.resolve("site"), here.resolve("ledger"), files).close();
    return files.log().size();
  }

  /** A reader sees whole documents only, each with its images. */
  private static void assertNothingTorn(Path site, Story story, int steps) {
    Map<String, String> tree = SiteTree.of(site);
    List<TestDocuments> known = new ArrayList<>(story.troubled());
    story.before().forEach(known::addAll);
    tree.forEach(
        (name, content) -> {
          if (name.endsWith(".md")) {
            Set<String> named = new HashSet<>();
            for (TestDocuments each : known) {
              if (each.get().body() != null
                  && name.equals(each.path())
                  && rendered(each).equals(content)) {
                named.add(each.get().contentHash());
                String parent = name.substring(0, name.lastIndexOf('/') + 1);
                each.images()
                    .keySet()
                    .forEach(
                        image ->
                            assertThat(tree)
                                .as("step %d, %s", steps, story)
                                .containsKey(parent + image));
              }
            }
            assertThat(named).as("step %d: %s is torn", steps, name).isNotEmpty();
          }
        });
  }

  private static String rendered(TestDocuments document) {
    return new String(DocumentFile.render(document.get()).bytes(), StandardCharsets.UTF_8);
  }

  private static List<Write> writes(List<TestDocuments> documents) throws RefusedWriteException {
    return documents.stream().map(each -> each.write(EPOCH)).toList();
  }
}
