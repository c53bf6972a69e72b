package org.curation.ingest;

import java.util.List;
import java.util.Optional;
import org.curation.ingest.api.ApiSource;
import org.curation.ingest.source.RunningSource;
import org.curation.service.configuration.ApiKeys;
import org.curation.service.configuration.Configuration;

/** The HTTP interface that is pushed to. */
final class ApiSourceKind implements SourceKind {
  @Override
  public String key() {
    return ApiKeys.PORT.path();
  }

  @Override
  public boolean wanted(Configuration configuration) {
    return configuration.find(ApiKeys.PORT).isPresent();
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
}
