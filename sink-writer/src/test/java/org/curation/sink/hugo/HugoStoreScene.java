package org.curation.sink.hugo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.curation.sink.store.TestDocuments.document;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.curation.model.Publication.Outcome;
import org.curation.sink.store.RefusedWriteException;
import org.curation.sink.store.TestDocuments;
import org.curation.sink.store.Write;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A store on empty folders, and what tests of it do. */
abstract class HugoStoreScene {
  static final String EPOCH = "epoch";
  static final FileTime LONG_AGO = FileTime.fromMillis(1_000_000_000_000L);
  static final TestDocuments A =
      document("1", "content/news/a/index.md").with("a.jpeg", "first image");
  static final TestDocuments B = document("2", "content/news/b.md").with("b.jpeg", "b");

  @TempDir Path folder;
  Path site;
  Path ledger;
  TroubledFiles files;
  HugoStore store;

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

  Outcome apply(TestDocuments document) throws IOException, RefusedWriteException {
    return store.apply(List.of(document.write(EPOCH))).get(0).outcome();
  }

  RefusedWriteException refused(TestDocuments... batch) {
    List<Write> writes = List.of(batch).stream().map(each -> each.write(EPOCH)).toList();
    return catchThrowableOfType(RefusedWriteException.class, () -> store.apply(writes));
  }

  void write(String path, String content) throws IOException {
    Path file = site.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content, StandardCharsets.UTF_8);
  }

  void age() throws IOException {
    for (String file : SiteTree.files(site)) {
      Files.setLastModifiedTime(site.resolve(file), LONG_AGO);
    }
  }

  void assertAged() throws IOException {
    for (String file : SiteTree.files(site)) {
      assertThat(Files.getLastModifiedTime(site.resolve(file))).as(file).isEqualTo(LONG_AGO);
    }
  }
}
