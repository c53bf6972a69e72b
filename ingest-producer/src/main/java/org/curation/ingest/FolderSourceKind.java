package org.curation.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.RunningSource;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.DropmarkKeys;
import org.curation.service.configuration.Key;
import org.curation.service.configuration.Keys;
import org.curation.service.configuration.OpenProjectKeys;

/** A folder of saved records. */
final class FolderSourceKind implements SourceKind {
  @Override
  public String key() {
    return Keys.INGEST_PATH.path();
  }

  @Override
  public boolean wanted(Configuration configuration) {
    return configuration.has(Keys.INGEST_PATH);
  }

  @Override
  public List<String> problems(Configuration configuration) {
    List<String> problems = new ArrayList<>();
    configuration
        .readable(Keys.INGEST_PATH)
        .ifPresent(path -> folder(path, Keys.INGEST_PATH, problems));
    configuration
        .readable(Keys.INGEST_PUBLISHED)
        .ifPresent(path -> folder(path, Keys.INGEST_PUBLISHED, problems));
    boolean others =
        configuration.has(OpenProjectKeys.URL)
            || configuration.has(DropmarkKeys.COLLECTIONS)
            || configuration.has(DropmarkKeys.EXPORTS);
    if (configuration.readable(Keys.INGEST_MIRROR).orElse(false) && others) {
      problems.add(
          "%s would delete what other sources tell, as the folder doesn't list it; switch it off, or poll in another cluster"
              .formatted(Keys.INGEST_MIRROR.path()));
    }
    if (problems.isEmpty()) {
      configuration.readable(Keys.INGEST_WEBHOOK_SECRET).ifPresent(WebhookSignature::of);
    }
    return problems;
  }

  @Override
  public List<RunningSource> create(IngestContext context) {
    return List.of(
        FolderPoll.of(
            new FolderReading(context.configuration(), context.connection(), context.clock()),
            context.configuration().get(Keys.INGEST_EVERY),
            context.observer()));
  }

  private static void folder(Path path, Key<Path> key, List<String> problems) {
    if (!Files.isDirectory(path)) {
      problems.add("%s %s is no folder; check the path".formatted(key.path(), path));
    }
  }
}
