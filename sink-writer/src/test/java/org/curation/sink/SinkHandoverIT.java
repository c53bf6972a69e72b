package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.curation.sink.store.TestDocuments.document;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.curation.model.CurationId;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.Topics;
import org.curation.sink.store.TestDocuments;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Places that change hands while the sink reads one partition long before another. */
@Timeout(120)
class SinkHandoverIT extends SinkScene {
  private static final int BACKLOG = 700;

  @Test
  void shouldGiveAPlaceToItsNextOwnerThoughTheFormerOnesPartitionIsFarBehind() throws Exception {
    // Given
    TestDocuments owner = document("1", "content/news/a/index.md").address("/news/x/");
    sink.start();
    log.send(owner.get());
    awaitRest();
    stop();
    for (TestDocuments each : sharingThePartitionOf(owner.id())) {
      log.send(each.get());
    }
    TestDocuments follower =
        document(elsewhere(owner.id()), "content/news/a/index.md").address("/news/x/");

    // When
    log.send(owner.next().at("content/news/b/index.md").address("/news/x-1/").get());
    log.send(follower.get());
    openStore();
    sink.start();
    awaitRest();

    // Then
    assertThat(log.read(Topics.DEAD_LETTERS.name())).isEmpty();
    assertThat(Files.readString(site.resolve("content/news/a/index.md")))
        .contains("Body of " + follower.id().sourceId());
    assertThat(Files.readString(site.resolve("content/news/b/index.md"))).contains("Body of 1");
  }

  private static List<TestDocuments> sharingThePartitionOf(CurationId id) {
    List<TestDocuments> found = new ArrayList<>();
    for (int number = 100; found.size() < BACKLOG; number++) {
      TestDocuments each = document(Integer.toString(number), "content/other/" + number + ".md");
      if (partition(each.id()) == partition(id)) {
        found.add(each);
      }
    }
    return found;
  }

  private static String elsewhere(CurationId id) {
    int number = 2;
    while (partition(new CurationId("open-project", Integer.toString(number))) == partition(id)) {
      number++;
    }
    return Integer.toString(number);
  }

  private static int partition(CurationId id) {
    return Partitioning.forCuration(id, TestLog.PARTITIONS);
  }
}
