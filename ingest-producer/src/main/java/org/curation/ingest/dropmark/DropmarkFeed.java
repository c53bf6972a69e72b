package org.curation.ingest.dropmark;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.curation.ingest.remote.Backoff;
import org.curation.ingest.remote.PolledSource;
import org.curation.ingest.remote.RemoteReader;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.CheckpointedPublisher;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.RunningSource;
import org.curation.service.KafkaConnection;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.DropmarkKeys;
import org.curation.service.metrics.StageObserver;

/** Makes the Dropmark source that a configuration describes. */
public final class DropmarkFeed {
  private static final int MOST_BYTES = 64 * 1024 * 1024;
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

  private DropmarkFeed() {}

  /** The source, ready to start; all collections in one, as items move between them. */
  public static RunningSource of(
      Configuration configuration,
      KafkaConnection connection,
      AcceptedView accepted,
      StageObserver observer,
      Clock clock) {
    RemoteReader reader =
        new RemoteReader(
            "Dropmark",
            "Check ingest.dropmark.api-key, ingest.dropmark.user and ingest.dropmark.token.",
            PATIENCE,
            MOST_BYTES,
            clock);
    return new PolledSource(
        DropmarkItem.SOURCE,
        configuration.get(DropmarkKeys.EVERY),
        new Backoff(FIRST_PAUSE, LONGEST_PAUSE, new Random()),
        new DropmarkPoll(
            collections(configuration, reader),
            DropLimit.percent(configuration.get(DropmarkKeys.LIMIT)),
            new CheckpointedPublisher(connection, DropmarkItem.SOURCE, clock, observer),
            accepted,
            reader,
            clock));
  }

  private static List<DropmarkCollection> collections(
      Configuration configuration, RemoteReader reader) {
    List<DropmarkCollection> collections = new ArrayList<>();
    List<String> ids = configuration.find(DropmarkKeys.COLLECTIONS).orElse(List.of());
    if (!ids.isEmpty()) {
      String base = configuration.get(DropmarkKeys.URL).toString().replaceAll("/+$", "");
      Map<String, String> secret = secret(configuration);
      ids.stream()
          .distinct()
          .forEach(id -> collections.add(new DropmarkApi(base, id, reader, secret)));
    }
    configuration.find(DropmarkKeys.EXPORTS).orElse(List.of()).stream()
        .distinct()
        .forEach(address -> collections.add(new DropmarkExport(URI.create(address), reader)));
    return collections;
  }

  private static Map<String, String> secret(Configuration configuration) {
    String pair =
        configuration.get(DropmarkKeys.USER) + ":" + configuration.get(DropmarkKeys.TOKEN);
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    return Map.of(
        "X-API-Key", configuration.get(DropmarkKeys.API_KEY), "Authorization", "Basic " + basic);
  }
}
