package org.curation.ingest;

import java.util.ArrayList;
import java.util.List;
import org.curation.ingest.openproject.api.OpenProjectContexts;
import org.curation.ingest.openproject.poll.OpenProjectPoller;
import org.curation.ingest.openproject.poll.Settings;
import org.curation.ingest.source.RunningSource;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.OpenProjectKeys;

/** OpenProject, polled. */
final class OpenProjectSourceKind implements SourceKind {
  @Override
  public String key() {
    return OpenProjectKeys.URL.path();
  }

  @Override
  public boolean wanted(Configuration configuration) {
    return configuration.has(OpenProjectKeys.URL);
  }

  @Override
  public List<String> problems(Configuration configuration) {
    List<String> problems = new ArrayList<>();
    if (!configuration.has(OpenProjectKeys.TOKEN)) {
      problems.add(
          "%s is missing; give an API token of a user who may see the projects (OpenProject: My account, Access tokens)"
              .formatted(OpenProjectKeys.TOKEN.path()));
    }
    configuration
        .readable(OpenProjectKeys.URL)
        .filter(url -> url.getPath() != null && url.getPath().contains("/api/"))
        .ifPresent(
            url ->
                problems.add(
                    "%s %s has the path of the API in it; give the address without /api/v3"
                        .formatted(key(), url)));
    return problems;
  }

  @Override
  public List<RunningSource> create(IngestContext context) {
    return List.of(
        OpenProjectPoller.of(
            Settings.of(context.configuration()),
            OpenProjectContexts.of(context.configuration()),
            context.connection(),
            context.accepted(),
            context.observer(),
            context.clock()));
  }
}
