package org.curation.ingest.openproject.poll;

import java.time.Clock;
import java.util.Optional;
import java.util.Random;
import org.apache.kafka.common.KafkaException;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.remote.Backoff;
import org.curation.ingest.remote.PolledSource;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.PublishException;
import org.curation.ingest.source.RunningSource;
import org.curation.service.KafkaConnection;
import org.curation.service.metrics.StageObserver;

/** OpenProject as a source that is polled. After a failure it goes on where it was. */
public final class OpenProjectPoller {
  private static final String NAME = "openproject";

  private OpenProjectPoller() {}

  /** The source, ready to start. */
  public static RunningSource of(
      Settings settings,
      OpenProjectContexts contexts,
      KafkaConnection connection,
      AcceptedView accepted,
      StageObserver observer,
      Clock clock) {
    CheckpointedPublisher publisher =
        new CheckpointedPublisher(connection, Batch.SOURCE, clock, observer);
    return new PolledSource(
        NAME,
        settings.every(),
        new Backoff(settings.shortestPause(), settings.longestPause(), new Random()),
        new Rounds(new Polling(settings, contexts, publisher, accepted, clock), publisher));
  }

  private record Rounds(Polling polling, CheckpointedPublisher publisher)
      implements PolledSource.Poll {
    @Override
    public Optional<String> round() throws InterruptedException {
      try {
        return Optional.ofNullable(polling.once());
      } catch (PublishException | KafkaException e) {
        // What was committed of it is unknown: the checkpoint tells.
        polling.forget();
        throw e;
      }
    }

    @Override
    public void close() {
      publisher.close();
    }
  }
}
