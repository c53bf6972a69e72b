package org.curation.ingest.offerings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.curation.ingest.remote.PolledSource;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Checkpoint;
import org.curation.model.Offering;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * One round of the feed: reads it, compares it with what is known, publishes the difference. What
 * tells that the feed is unchanged is kept in its checkpoint, and only when all of it was taken.
 * For one thread.
 */
final class OfferingPoll implements PolledSource.Poll {
  /** The key of its checkpoint. */
  static final String SOURCE = "offerings";

  private final FeedPlace place;
  private final boolean delta;
  private final DropLimit limit;
  private final CheckpointedPublisher publisher;
  private final Supplier<SortedMap<Long, Offering>> known;
  private final Clock clock;
  private @Nullable Map<String, String> seen;

  OfferingPoll(
      FeedPlace place,
      boolean delta,
      DropLimit limit,
      CheckpointedPublisher publisher,
      Supplier<SortedMap<Long, Offering>> known,
      Clock clock) {
    this.place = place;
    this.delta = delta;
    this.limit = limit;
    this.publisher = publisher;
    this.known = known;
    this.clock = clock;
  }

  @Override
  public Optional<String> round() {
    Map<String, String> before = seen == null ? remembered() : seen;
    Optional<FeedPlace.Reading> reading = place.read(before);
    seen = before;
    if (reading.isEmpty()) {
      return Optional.empty();
    }
    OfferingSnapshot snapshot = reading.get().snapshot();
    SortedMap<Long, Offering> current = known.get();
    OfferingDiff diff =
        delta ? OfferingDiff.delta(current, snapshot) : OfferingDiff.of(current, snapshot, limit);
    List<SourceItem> items = new ArrayList<>(diff.changes());
    snapshot.letters().forEach(letter -> items.add(new SourceItem.Undecodable(letter)));
    for (long i = 0; i < snapshot.repeated(); i++) {
      items.add(new SourceItem.Skipped(SOURCE, "repeated"));
    }
    boolean all = diff.refusal().isEmpty() && snapshot.isComplete();
    Map<String, String> now = all ? reading.get().seen() : Map.of();
    publisher.publish(items, checkpoint(now));
    seen = now;
    return diff.refusal().or(() -> unread(snapshot));
  }

  @Override
  public void close() {
    publisher.close();
    if (place instanceof FeedPlace.Web web) {
      web.reader().close();
    }
  }

  private static Optional<String> unread(OfferingSnapshot snapshot) {
    return snapshot.isComplete()
        ? Optional.empty()
        : Optional.of(
            "%d lines of the offerings could not be read; see the dead letters"
                .formatted(snapshot.letters().size()));
  }

  private Map<String, String> remembered() {
    Map<String, String> kept = new HashMap<>();
    publisher
        .open()
        .ifPresent(
            checkpoint ->
                checkpoint
                    .position()
                    .properties()
                    .forEach(entry -> kept.put(entry.getKey(), entry.getValue().asText())));
    return kept;
  }

  private Checkpoint checkpoint(Map<String, String> now) {
    ObjectNode position = Json.mapper().createObjectNode();
    now.forEach(position::put);
    return new Checkpoint(SOURCE, position, clock.instant());
  }
}
