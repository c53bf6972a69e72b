package org.curation.sink;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.curation.sink.store.Applied;
import org.jspecify.annotations.Nullable;

/** Tells an observer what the sink has done, after it is done. */
final class SinkObservation {
  private final StageObserver observer;
  private final Clock clock;

  SinkObservation(StageObserver observer, Clock clock) {
    this.observer = observer;
    this.clock = clock;
  }

  /** A document is in the store. */
  void applied(Applied applied, long documentTimestamp) {
    observer.settled(applied.outcome().name().toLowerCase(Locale.ROOT), 1);
    observer.handedOn(Duration.between(Instant.ofEpochMilli(documentTimestamp), clock.instant()));
  }

  /** Records were sent; those that are dead letters count. */
  void sent(List<ProducerRecord<String, byte[]>> records) {
    for (ProducerRecord<String, byte[]> each : records) {
      if (each.topic().equals(Topics.DEAD_LETTERS.name())
          && EventHeaders.read(each.headers(), DeadLetterHeaders.DECISION) == null) {
        @Nullable String reason = EventHeaders.read(each.headers(), DeadLetterHeaders.REASON);
        observer.settled("dead-lettered", 1);
        observer.deadLettered(reason == null ? "other" : reason);
      }
    }
  }

  /** A batch is done. */
  void took(long nanos) {
    observer.took(Duration.ofNanos(nanos));
  }
}
