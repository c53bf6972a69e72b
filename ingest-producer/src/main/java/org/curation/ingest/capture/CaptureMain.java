package org.curation.ingest.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.curation.ingest.capture.web.Fetchers;
import org.curation.ingest.capture.web.RoutingFetcher;
import org.curation.model.LinkHealth;
import org.curation.model.topic.Topics;
import org.curation.service.configuration.CaptureKeys;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Findings;
import org.curation.service.configuration.Key;
import org.curation.service.configuration.Keys;
import org.curation.service.program.Program;
import org.curation.service.program.ProgramCommand;
import org.curation.service.program.ProgramContext;
import org.curation.service.program.RunningService;

/** The capture worker as a program of its own. */
public final class CaptureMain implements Program {
  private CaptureMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    ProgramCommand.main(new CaptureMain(), arguments);
  }

  @Override
  public String name() {
    return "capture";
  }

  @Override
  public int port() {
    return 8082;
  }

  @Override
  public String purpose() {
    return "Fetches pages and images, or answers from recordings: curation.capture-requests in, curation.captures, curation.images and curation.link-health out.";
  }

  @Override
  public String group() {
    return CaptureWorker.GROUP;
  }

  @Override
  public List<String> inputs() {
    return List.of(Topics.CAPTURE_REQUESTS.name());
  }

  @Override
  public void check(Configuration configuration) {
    Findings findings = new Findings();
    for (Key<Path> key : List.of(Keys.CAPTURE_RECORDED, CaptureKeys.WARC)) {
      findings.of(
          () ->
              configuration
                  .find(key)
                  .filter(folder -> !Files.isDirectory(folder))
                  .map(folder -> "%s %s is no folder; check the path".formatted(key.path(), folder))
                  .stream()
                  .toList());
    }
    findings.of(() -> Fetchers.problems(configuration));
    findings.throwIfAny();
  }

  @Override
  public RunningService start(ProgramContext context) {
    Configuration configuration = context.configuration();
    RoutingFetcher fetcher = Fetchers.of(configuration, context.clock());
    CaptureWorker worker =
        new CaptureWorker(
            context.connection(),
            fetcher,
            Fetchers.usesNetwork(configuration)
                ? CapturePolicy.of(configuration)
                : CapturePolicy.recorded(),
            context.clock(),
            configuration.get(Keys.CAPTURE_INSTANCE),
            context.metrics().stage("capture"));
    context.health().check("worker", worker::failing);
    for (LinkHealth.Condition condition : LinkHealth.Condition.values()) {
      context
          .metrics()
          .count(
              "curation.links",
              "Links of the partitions that this worker owns, by condition.",
              "condition",
              condition.name().toLowerCase(Locale.ROOT),
              () -> worker.links(condition));
    }
    worker.start();
    return new RunningService() {
      @Override
      public Optional<Throwable> failure() {
        return worker.failure();
      }

      @Override
      public void close() {
        worker.close();
        fetcher.close();
      }
    };
  }
}
