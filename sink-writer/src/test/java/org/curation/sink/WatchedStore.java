package org.curation.sink;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.curation.model.CurationId;
import org.curation.model.Document.Asset;
import org.curation.sink.store.Applied;
import org.curation.sink.store.PublishingStore;
import org.curation.sink.store.RefusedWriteException;
import org.curation.sink.store.TopicPartitionIdentity;
import org.curation.sink.store.Write;
import org.jspecify.annotations.Nullable;

/** A store that notes what it is given, and can be slow or away. */
final class WatchedStore implements PublishingStore {
  private final PublishingStore store;
  private final List<Write> writes = new CopyOnWriteArrayList<>();
  private final AtomicLong mostImageBytes = new AtomicLong();
  private final AtomicInteger failuresToCome = new AtomicInteger();
  private volatile @Nullable CountDownLatch hold;

  WatchedStore(PublishingStore store) {
    this.store = store;
  }

  /** Writes that the store has taken, in order. */
  List<Write> writes() {
    return writes;
  }

  /** The most image bytes that came in one call. */
  long mostImageBytes() {
    return mostImageBytes.get();
  }

  /** Has the next calls that change something fail. */
  void failNext(int calls) {
    failuresToCome.set(calls);
  }

  int failuresToCome() {
    return Math.max(0, failuresToCome.get());
  }

  /** Has calls wait until the latch is open. */
  void hold(CountDownLatch latch) {
    hold = latch;
  }

  @Override
  public String name() {
    return store.name();
  }

  @Override
  public Optional<Long> position(TopicPartitionIdentity partition) throws IOException {
    return store.position(partition);
  }

  @Override
  public boolean holds(CurationId id, Asset asset) throws IOException {
    return store.holds(id, asset);
  }

  @Override
  public List<Applied> apply(List<Write> batch) throws IOException, RefusedWriteException {
    trouble();
    long bytes =
        batch.stream()
            .flatMap(write -> write.images().values().stream())
            .mapToLong(image -> image.length)
            .sum();
    mostImageBytes.accumulateAndGet(bytes, Math::max);
    List<Applied> applied = store.apply(batch);
    writes.addAll(batch);
    return applied;
  }

  @Override
  public void commit(Map<TopicPartitionIdentity, Long> nextOffsets) throws IOException {
    trouble();
    store.commit(nextOffsets);
  }

  @Override
  public void close() {
    store.close();
  }

  private void trouble() throws IOException {
    CountDownLatch latch = hold;
    if (latch != null) {
      try {
        latch.await();
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
    if (failuresToCome.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IOException("No space left on device");
    }
  }
}
