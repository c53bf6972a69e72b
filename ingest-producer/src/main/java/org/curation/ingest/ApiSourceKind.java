package org.curation.ingest;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.curation.ingest.api.ApiSource;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.RunningSource;
import org.curation.service.configuration.ApiKeys;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.OfferingKeys;
import org.curation.service.configuration.OpenProjectKeys;

/** The HTTP interface that is pushed to. */
final class ApiSourceKind implements SourceKind {
  private static final Duration LOOKUP = Duration.ofSeconds(2);

  @Override
  public String key() {
    return ApiKeys.PORT.path();
  }

  @Override
  public boolean wanted(Configuration configuration) {
    return configuration.has(ApiKeys.PORT);
  }

  @Override
  public List<String> problems(Configuration configuration) {
    return ApiSource.problems(configuration);
  }

  @Override
  public List<RunningSource> create(IngestContext context) {
    return List.of(
        ApiSource.of(
            context.configuration(),
            context.connection(),
            context.accepted(),
            context.metrics().registry(),
            context.observer(),
            context.clock(),
            around(context.configuration()),
            Optional.of(
                new PublishedOfferings(
                    context.connection(),
                    DropLimit.percent(context.configuration().get(OfferingKeys.LIMIT))))));
  }

  /** Webhooks are completed from where they came, if it may be asked. */
  private static Optional<Supplier<Surroundings>> around(Configuration configuration) {
    if (configuration.find(OpenProjectKeys.URL).isEmpty()) {
      return Optional.empty();
    }
    OpenProjectContexts contexts = OpenProjectContexts.of(configuration);
    return Optional.of(() -> contexts.within(LOOKUP));
  }
}
