package org.curation.ingest.dropmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.curation.ingest.remote.PolledSource;
import org.curation.ingest.remote.RemoteException;
import org.curation.ingest.remote.RemoteReader;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Checkpoint;
import org.jspecify.annotations.Nullable;

/**
 * One round over all collections. An item that is missing is looked for a second time in all of
 * them before it is deleted: it may have moved from one to another, or between pages. For one
 * thread.
 */
final class DropmarkPoll implements PolledSource.Poll {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final List<DropmarkCollection> collections;
  private final DropLimit limit;
  private final CheckpointedPublisher publisher;
  private final AcceptedView accepted;
  private final RemoteReader reader;
  private final Clock clock;
  private final Set<String> lettersTold = new HashSet<>();
  private @Nullable DropmarkMemory memory;
  private @Nullable ObjectNode saved;

  DropmarkPoll(
      List<DropmarkCollection> collections,
      DropLimit limit,
      CheckpointedPublisher publisher,
      AcceptedView accepted,
      RemoteReader reader,
      Clock clock) {
    this.collections = List.copyOf(collections);
    this.limit = limit;
    this.publisher = publisher;
    this.accepted = accepted;
    this.reader = reader;
    this.clock = clock;
  }

  @Override
  public Optional<String> round() throws InterruptedException {
    if (!accepted.awaitComplete(PATIENCE)) {
      throw new RemoteException(
          "curation.accepted could not be read within %d s. Check the cluster."
              .formatted(PATIENCE.toSeconds()));
    }
    DropmarkMemory before = memory == null ? remembered() : memory;
    // What fails half-way must not be taken for told.
    memory = null;
    DropmarkDiff diff = read(before);
    Optional<String> refusal = Optional.empty();
    if (!diff.missing().isEmpty()) {
      DropmarkDiff again = read(before);
      Set<String> confirmed = new TreeSet<>(diff.missing());
      confirmed.retainAll(again.missing());
      refusal = again.delete(confirmed, limit);
      diff.changes().addAll(again.changes());
    }
    ObjectNode position = before.position();
    publisher.publish(
        fresh(diff.changes()),
        position.equals(saved)
            ? null
            : new Checkpoint(DropmarkItem.SOURCE, position, clock.instant()));
    saved = position;
    memory = before;
    return refusal;
  }

  @Override
  public void close() {
    publisher.close();
    reader.close();
  }

  private DropmarkDiff read(DropmarkMemory before) {
    DropmarkDiff diff = new DropmarkDiff(before, accepted::find, clock.instant());
    collections.forEach(collection -> diff.add(collection.read()));
    return diff;
  }

  /** A letter that was told once says nothing new in the next round. */
  private List<SourceItem> fresh(List<SourceItem> changes) {
    List<SourceItem> fresh = new ArrayList<>();
    for (SourceItem item : changes) {
      if (!(item instanceof SourceItem.Undecodable broken)
          || lettersTold.add(broken.letter().letterId() + broken.letter().message())) {
        fresh.add(item);
      }
    }
    return fresh;
  }

  private DropmarkMemory remembered() {
    Set<String> polled =
        collections.stream().map(DropmarkCollection::key).collect(Collectors.toSet());
    return publisher
        .open()
        .map(checkpoint -> DropmarkMemory.of(checkpoint.position(), polled))
        .orElseGet(DropmarkMemory::new);
  }
}
