package org.curation.ingest.capture;

import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.curation.model.LinkHealth;
import org.curation.model.topic.Topics;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
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
    configuration
        .find(Keys.CAPTURE_RECORDED)
        .filter(folder -> !Files.isDirectory(folder))
        .ifPresent(
            folder -> {
              throw new UserError(
                  "%s %s is no folder; check the path"
                      .formatted(Keys.CAPTURE_RECORDED.path(), folder));
            });
  }

  @Override
  public RunningService start(ProgramContext context) {
    Configuration configuration = context.configuration();
    CaptureWorker worker =
        new CaptureWorker(
            context.connection(),
            fetcher(configuration),
            policy(configuration),
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
      }
    };
  }

  /** The one place that decides where answers come from. */
  private static Fetcher fetcher(Configuration configuration) {
    return configuration
        .find(Keys.CAPTURE_RECORDED)
        .<Fetcher>map(RecordedResources::new)
        .orElseThrow(() -> new UserError(Keys.CAPTURE_RECORDED.path() + " is missing"));
  }

  private static CapturePolicy policy(Configuration configuration) {
    return configuration.find(Keys.CAPTURE_RECORDED).isPresent()
        ? CapturePolicy.recorded()
        : CapturePolicy.of(configuration);
  }
}
