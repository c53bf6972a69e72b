package org.curation.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Key;
import org.curation.service.configuration.Keys;
import org.curation.service.program.Program;
import org.curation.service.program.ProgramCommand;
import org.curation.service.program.ProgramContext;
import org.curation.service.program.RunningService;

/** The reading of sources as a program of its own. */
public final class IngestMain implements Program {
  private IngestMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    ProgramCommand.main(new IngestMain(), arguments);
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public int port() {
    return 8081;
  }

  @Override
  public String purpose() {
    return "Reads a folder of saved records, again whenever it changed, and publishes them to curation.raw and curation.offerings.";
  }

  @Override
  public void check(Configuration configuration) {
    List<String> problems = new ArrayList<>();
    folder(configuration.get(Keys.INGEST_PATH), Keys.INGEST_PATH, problems);
    configuration
        .find(Keys.INGEST_PUBLISHED)
        .ifPresent(path -> folder(path, Keys.INGEST_PUBLISHED, problems));
    if (!problems.isEmpty()) {
      throw new UserError(String.join("\n", problems));
    }
    configuration.find(Keys.INGEST_WEBHOOK_SECRET).ifPresent(WebhookSignature::of);
  }

  private static void folder(Path path, Key<Path> key, List<String> problems) {
    if (!Files.isDirectory(path)) {
      problems.add("%s %s is no folder; check the path".formatted(key.path(), path));
    }
  }

  @Override
  public RunningService start(ProgramContext context) {
    IngestService service =
        new IngestService(
            new FolderReading(context.configuration(), context.connection(), context.clock()),
            context.configuration().get(Keys.INGEST_EVERY),
            context.metrics().stage("ingest"));
    context.health().check("reading", service::failing);
    service.start();
    return service;
  }
}
