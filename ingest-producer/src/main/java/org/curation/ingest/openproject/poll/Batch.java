package org.curation.ingest.openproject.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.openproject.WorkPackageContext;
import org.curation.ingest.openproject.api.ApiSurroundings;
import org.curation.ingest.openproject.api.ApiTroubleException;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.openproject.api.Reply;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.SourceItem;
import org.curation.model.CanonicalJson;
import org.curation.model.Checkpoint;
import org.curation.model.CurationContext;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.service.DeadLetter;
import org.jspecify.annotations.Nullable;

/** Records that are to be published together. For one thread. */
final class Batch {
  static final String SOURCE = "open-project";

  private final OpenProjectContexts contexts;
  private final Known known;
  private final Duration patience;
  private final Clock clock;
  private final List<SourceItem> items = new ArrayList<>();
  private final List<Runnable> afterwards = new ArrayList<>();
  private final LinkedHashSet<String> incomplete;

  Batch(
      OpenProjectContexts contexts,
      Known known,
      Duration patience,
      Clock clock,
      Iterable<String> incomplete) {
    this.contexts = contexts;
    this.known = known;
    this.patience = patience;
    this.clock = clock;
    this.incomplete = new LinkedHashSet<>();
    incomplete.forEach(this.incomplete::add);
  }

  int size() {
    return items.size();
  }

  /** Numbers of items whose context has gaps, in this batch and before. */
  LinkedHashSet<String> incomplete() {
    return incomplete;
  }

  /** A row; null, and a dead letter, when it is no work package. */
  @Nullable WorkPackage read(JsonNode row) {
    try {
      return WorkPackage.of(row);
    } catch (MalformedRecordException e) {
      undecodable(row, e);
      return null;
    }
  }

  /** Publishes an item as it is now; its context as looked up anew if it has all its parts. */
  void add(WorkPackage item, boolean anew) {
    add(item, anew, true);
  }

  /** Publishes an item only if its context has all its parts; false when it has not. */
  boolean addWhole(WorkPackage item) {
    return add(item, true, false);
  }

  private boolean add(WorkPackage item, boolean anew, boolean withGaps) {
    ApiSurroundings around = contexts.within(patience);
    CurationContext context;
    try {
      context = WorkPackageContext.of(item, around);
    } catch (MalformedRecordException e) {
      undecodable(item.payload(), e);
      return true;
    }
    Reply.Trouble gap = around.gap().orElse(null);
    if (gap != null && ApiSurroundings.concernsEverything(gap)) {
      throw new ApiTroubleException(gap);
    }
    if (gap != null && !withGaps) {
      return false;
    }
    if (gap != null) {
      incomplete.add(item.id().sourceId());
    } else {
      incomplete.remove(item.id().sourceId());
    }
    Instant now = clock.instant();
    Version version = known.listed(item.id(), item.number());
    CurationContext told = anew && gap == null ? context.asOf(now) : context;
    put(
        new RawCuration(
            item.id(),
            SourceEvent.UPDATED,
            version,
            item.updatedAt(),
            now,
            "poll",
            item.payload(),
            told));
    return true;
  }

  /** Deletes an item, if one is known. */
  void delete(CurationId id) {
    Version version = known.toDelete(id);
    incomplete.remove(id.sourceId());
    if (version != null) {
      put(
          new RawCuration(
              id, SourceEvent.DELETED, version, null, clock.instant(), "poll", null, null));
    }
  }

  /** Publishes all, and the position with the last. */
  void publish(CheckpointedPublisher publisher, @Nullable Position after) {
    publisher.publish(
        items, after == null ? null : new Checkpoint(SOURCE, after.toJson(), clock.instant()));
    afterwards.forEach(Runnable::run);
    items.clear();
    afterwards.clear();
  }

  private void put(RawCuration raw) {
    items.add(new SourceItem.Curation(raw));
    boolean deleted = raw.event() == SourceEvent.DELETED;
    afterwards.add(() -> known.tell(raw.id(), raw.version(), raw.updatedAt(), deleted));
  }

  private void undecodable(JsonNode row, MalformedRecordException cause) {
    byte[] bytes = row.toString().getBytes(StandardCharsets.UTF_8);
    String origin = "poll, work package " + row.path("id").asText("without number");
    items.add(
        new SourceItem.Undecodable(
            new DeadLetter(
                "ingest/poll/" + CanonicalJson.sha256(bytes).substring(0, 16),
                "ingest",
                "not-a-record",
                "%s: %s. Look at it in OpenProject.".formatted(origin, cause.getMessage()),
                origin,
                null,
                bytes)));
  }
}
