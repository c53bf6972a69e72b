package org.curation.ingest.offerings;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.curation.ingest.remote.Backoff;
import org.curation.ingest.remote.PolledSource;
import org.curation.ingest.remote.RemoteReader;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.KnownOfferings;
import org.curation.ingest.source.RunningSource;
import org.curation.service.KafkaConnection;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.OfferingKeys;
import org.curation.service.metrics.StageObserver;

/** Makes the source of offerings that a configuration describes. */
public final class OfferingFeed {
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private OfferingFeed() {}

  /** The source, ready to start; an address or a file must be configured. */
  public static RunningSource of(
      Configuration configuration,
      KafkaConnection connection,
      StageObserver observer,
      Clock clock) {
    OfferingPoll poll =
        new OfferingPoll(
            place(configuration, clock),
            configuration.get(OfferingKeys.MODE).equals("delta"),
            DropLimit.percent(configuration.get(OfferingKeys.LIMIT)),
            new CheckpointedPublisher(connection, OfferingPoll.SOURCE, clock, observer),
            () -> KnownOfferings.load(connection),
            clock);
    return new PolledSource(
        OfferingPoll.SOURCE,
        configuration.get(OfferingKeys.EVERY),
        new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new Random()),
        poll);
  }

  private static FeedPlace place(Configuration configuration, Clock clock) {
    Optional<URI> address = configuration.find(OfferingKeys.URL);
    if (address.isEmpty()) {
      return new FeedPlace.Local(configuration.get(OfferingKeys.FILE));
    }
    Map<String, String> secret =
        configuration
            .find(OfferingKeys.TOKEN)
            .map(token -> Map.of("Authorization", "Bearer " + token))
            .orElse(Map.of());
    return new FeedPlace.Web(
        address.get(),
        new RemoteReader(
            "The offerings feed", "Check ingest.offerings.token.", PATIENCE, MOST_BYTES, clock),
        secret);
  }
}
