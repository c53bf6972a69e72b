package org.curation.sink;

import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.curation.service.UserError;
import org.curation.sink.store.PublishingStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where the reading of a partition begins: where the store says, never where the group is.
 */
final class StartFinder {
  private static final Logger LOG = LoggerFactory.getLogger(StartFinder.class);

  private final PublishingStore store;
  private final LogScan log;
  private final Closing closing;

  StartFinder(PublishingStore store, LogScan log, Closing closing) {
    this.store = store;
    this.log = log;
    this.closing = closing;
  }

  /**
   * Finds the start, and what is overtaken between there and the present end.
   *
   * @throws UserError when documents were deleted from the topic before this store read them
   */
  Start find(TopicPartition partition, Epoch epoch) throws IOException {
    long beginning = log.beginning(partition);
    long end = log.readableEnd(partition);
    long position = position(partition, epoch, beginning, end);
    CatchUp catchUp =
        position < end ? CatchUp.read(log, partition, position, end, closing) : CatchUp.none();
    LOG.atInfo()
        .addKeyValue("partition", partition)
        .addKeyValue("position", position)
        .addKeyValue("end", end)
        .addKeyValue("curations", catchUp.newest().size())
        .log("starting");
    return new Start(position, catchUp);
  }

  private long position(TopicPartition partition, Epoch epoch, long beginning, long end)
      throws IOException {
    Optional<Long> stored = store.position(epoch.partition(partition.partition()));
    if (stored.isEmpty()) {
      return beginning;
    }
    long position = stored.get();
    if (position < beginning) {
      throw new UserError(
          "The store %s has read %s up to offset %d, but the topic now begins at %d: what lies between was deleted unread. Fill an empty store from the topic instead, with a new ledger."
              .formatted(store.name(), partition, position, beginning));
    }
    if (position > end) {
      LOG.atWarn()
          .addKeyValue("partition", partition)
          .addKeyValue("position", position)
          .addKeyValue("end", end)
          .log("the topic is shorter than what was read of it; reading it from its beginning");
      return beginning;
    }
    return position;
  }
}
