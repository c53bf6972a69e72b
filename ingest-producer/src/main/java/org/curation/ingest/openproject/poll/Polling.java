package org.curation.ingest.openproject.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.openproject.api.ApiSurroundings;
import org.curation.ingest.openproject.api.ApiTroubleException;
import org.curation.ingest.openproject.api.NameLookup;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.openproject.api.Reply;
import org.curation.ingest.openproject.api.WorkPackageQuery;
import org.curation.ingest.openproject.api.WorkPackageQuery.By;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.model.Checkpoint;
import org.jspecify.annotations.Nullable;

/** One poll after the other: fills gaps, publishes what changed, compares when it is time. */
final class Polling {
  private static final int FILLED_AT_ONCE = 200;
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final Settings settings;
  private final OpenProjectContexts contexts;
  private final CheckpointedPublisher publisher;
  private final AcceptedView accepted;
  private final Known known;
  private final Clock clock;
  private @Nullable Position position;
  private @Nullable WorkPackageQuery query;
  private boolean reconcileAtOnce = true;

  Polling(
      Settings settings,
      OpenProjectContexts contexts,
      CheckpointedPublisher publisher,
      AcceptedView accepted,
      Clock clock) {
    this.settings = settings;
    this.contexts = contexts;
    this.publisher = publisher;
    this.accepted = accepted;
    this.known = new Known(accepted);
    this.clock = clock;
  }

  /**
   * Polls once.
   *
   * @return why the last comparison deleted nothing although it should have; null when it did
   * @throws ApiTroubleException when OpenProject doesn't answer as it should
   */
  @Nullable String once() throws InterruptedException {
    if (!accepted.awaitComplete(PATIENCE)) {
      throw new ApiTroubleException(
          "curation.accepted can't be read. Check the Kafka cluster and the topic.");
    }
    Position now = position;
    if (now == null) {
      now = publisher.open().map(Checkpoint::position).map(Position::of).orElse(Position.START);
      position = now;
    }
    WorkPackageQuery wanted = query;
    if (wanted == null) {
      wanted = new NameLookup(contexts.client()).query(settings.projects(), settings.types());
      query = wanted;
    }
    fill(now);
    changes(wanted);
    now = current();
    Instant last = now.reconciledAt();
    if (reconcileAtOnce
        || last == null
        || !clock.instant().isBefore(last.plus(settings.reconcileEvery()))) {
      wanted = new NameLookup(contexts.client()).query(settings.projects(), settings.types());
      query = wanted;
      position =
          new Reconciliation(settings, contexts, wanted, known, publisher, clock)
              .run(now, accepted.index());
      reconcileAtOnce = false;
    }
    return current().refusal();
  }

  /** Reads its position anew the next time: another may have gone on, or nothing be certain. */
  void forget() {
    position = null;
  }

  private void fill(Position now) {
    if (now.incomplete().isEmpty()) {
      return;
    }
    Batch batch = batch(now);
    List<String> tried = now.incomplete().stream().limit(FILLED_AT_ONCE).toList();
    for (String number : tried) {
      // Those that stay go to the end, so that each has its turn.
      batch.incomplete().remove(number);
      switch (contexts.client().get(WorkPackageQuery.one(number), "WorkPackage")) {
        case Reply.NotFound gone -> {}
        case Reply.Answer answer -> {
          WorkPackage item = batch.read(answer.body());
          if (item != null) {
            fill(item, batch);
          }
        }
        case Reply.Trouble trouble -> {
          if (ApiSurroundings.concernsEverything(trouble)) {
            throw new ApiTroubleException(trouble);
          }
          batch.incomplete().add(number);
        }
      }
    }
    go(batch, now);
  }

  private static void fill(WorkPackage item, Batch batch) {
    if (!batch.addWhole(item)) {
      batch.incomplete().add(item.id().sourceId());
    }
  }

  private void changes(WorkPackageQuery wanted) {
    Instant cursor = current().cursor();
    Instant from =
        cursor.isAfter(Instant.EPOCH.plus(settings.overlap()))
            ? cursor.minus(settings.overlap())
            : Instant.EPOCH;
    new Walk(contexts.client(), wanted, By.UPDATED, settings.pageSize())
        .from(from, clock.instant(), this::take);
  }

  private void take(List<JsonNode> rows, Instant before) {
    Position now = current();
    Batch batch = batch(now);
    for (JsonNode row : rows) {
      WorkPackage item = batch.read(row);
      if (item != null
          && !known.isTold(item.id(), known.listed(item.id(), item.number()), item.updatedAt())) {
        batch.add(item, false);
      }
    }
    Position after = now.at(before);
    if (batch.size() > 0 || !after.equals(now)) {
      go(batch, after);
    }
  }

  private void go(Batch batch, Position after) {
    Position whole = after.lacking(new LinkedHashSet<>(batch.incomplete()));
    if (batch.size() > 0 || !whole.equals(position)) {
      batch.publish(publisher, whole);
      position = whole;
    }
  }

  private Position current() {
    Position now = position;
    return now == null ? Position.START : now;
  }

  private Batch batch(Position now) {
    return new Batch(contexts, known, settings.timeout(), clock, now.incomplete());
  }
}
