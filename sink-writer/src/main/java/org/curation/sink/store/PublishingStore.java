package org.curation.sink.store;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.model.CurationId;
import org.curation.model.Document.Asset;

/**
 * A place where documents are published.
 *
 * <p>The contract: a store keeps, as durably as the documents themselves, what it holds of each
 * curation (the {@link Guard} decides with it) and how far each partition was read. It shows a
 * reader whole documents only, each with all of its assets. Anything may be applied again at any
 * time; a repeat changes nothing. An {@link IOException} means an outage: the caller waits and
 * repeats the call with the same arguments.
 *
 * <p>One thread at a time calls a store.
 */
public interface PublishingStore extends AutoCloseable {
  /** The store's name in the configuration, for example {@code hugo}. */
  String name();

  /** The next offset to read of a partition; empty when none was ever committed. */
  Optional<Long> position(TopicPartitionIdentity partition) throws IOException;

  /** Whether the store has an asset of a curation with exactly these bytes. */
  boolean holds(CurationId id, Asset asset) throws IOException;

  /**
   * Applies a batch. Durable when it returns.
   *
   * @param batch at most one write for each curation
   * @return one result for each write, in the order of the batch
   * @throws RefusedWriteException when one write can never be taken; nothing was applied
   * @throws IOException when the store can't be reached or is full; some of the batch may be
   *     applied, and repeating it completes it
   */
  List<Applied> apply(List<Write> batch) throws IOException, RefusedWriteException;

  /**
   * Sets positions. Durable when it returns.
   *
   * @param nextOffsets the next offset to read by partition; partitions that are not named keep
   *     theirs
   */
  void commit(Map<TopicPartitionIdentity, Long> nextOffsets) throws IOException;

  /** Lets go of the store; a second call does nothing. */
  @Override
  void close();
}
