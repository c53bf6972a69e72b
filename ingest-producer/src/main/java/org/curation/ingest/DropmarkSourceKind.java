package org.curation.ingest;

import java.util.ArrayList;
import java.util.List;
import org.curation.ingest.dropmark.DropmarkFeed;
import org.curation.ingest.source.RunningSource;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.DropmarkKeys;
import org.curation.service.configuration.Key;

/** Dropmark's collections. */
final class DropmarkSourceKind implements SourceKind {
  @Override
  public String key() {
    return DropmarkKeys.COLLECTIONS.path();
  }

  @Override
  public boolean wanted(Configuration configuration) {
    return configuration.has(DropmarkKeys.COLLECTIONS) || configuration.has(DropmarkKeys.EXPORTS);
  }

  @Override
  public List<String> problems(Configuration configuration) {
    List<String> problems = new ArrayList<>();
    if (configuration.has(DropmarkKeys.COLLECTIONS)) {
      for (Key<?> key : List.of(DropmarkKeys.API_KEY, DropmarkKeys.USER, DropmarkKeys.TOKEN)) {
        if (!configuration.has(key)) {
          problems.add(
              "%s is missing; %s needs it".formatted(key.path(), DropmarkKeys.COLLECTIONS.path()));
        }
      }
    }
    return problems;
  }

  @Override
  public List<RunningSource> create(IngestContext context) {
    return List.of(
        DropmarkFeed.of(
            context.configuration(),
            context.connection(),
            context.accepted(),
            context.observer(),
            context.clock()));
  }
}
