package org.curation.sink.hugo;

import java.util.List;
import org.curation.model.CurationId;
import org.curation.sink.store.TopicPartitionIdentity;
import org.jspecify.annotations.Nullable;

/**
 * One line of the ledger: exactly one of its parts is there.
 *
 * @param document what is held of a curation from here on; ends what was begun for it
 * @param positions next offsets to read
 * @param begin files that a batch is about to write
 */
record LedgerLine(
    @Nullable Holding document, @Nullable List<Position> positions, @Nullable List<Begun> begin) {

  /** A partition's next offset to read. */
  record Position(String clusterId, String topicId, int partition, long offset) {
    Position {
      if (clusterId == null || topicId == null || partition < 0 || offset < 0) {
        throw new IllegalArgumentException("must name cluster, topic, partition and offset");
      }
    }

    static Position of(TopicPartitionIdentity partition, long offset) {
      return new Position(
          partition.clusterId(), partition.topicId(), partition.partition(), offset);
    }

    TopicPartitionIdentity identity() {
      return new TopicPartitionIdentity(clusterId, topicId, partition);
    }
  }

  /** Files that a batch is about to write for a curation. */
  record Begun(CurationId id, List<SitePath> paths) {
    Begun {
      paths = List.copyOf(paths);
    }
  }

  LedgerLine {
    int parts = (document == null ? 0 : 1) + (positions == null ? 0 : 1) + (begin == null ? 0 : 1);
    if (parts != 1) {
      throw new IllegalArgumentException("must have one of document, positions, begin");
    }
  }

  static LedgerLine of(Holding holding) {
    return new LedgerLine(holding, null, null);
  }

  static LedgerLine positions(List<Position> positions) {
    return new LedgerLine(null, positions, null);
  }

  static LedgerLine begin(List<Begun> begun) {
    return new LedgerLine(null, null, begun);
  }
}
