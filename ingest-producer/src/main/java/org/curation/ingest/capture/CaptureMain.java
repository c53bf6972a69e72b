package org.curation.ingest.capture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
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
    return "Answers capture requests from recorded pages and images: curation.capture-requests in, curation.captures and curation.images out.";
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
    Path folder =
        configuration
            .find(Keys.CAPTURE_RECORDED)
            .orElseThrow(() -> new UserError(Keys.CAPTURE_RECORDED.path() + " is missing"));
    if (!Files.isDirectory(folder)) {
      throw new UserError(
          "%s %s is no folder; check the path".formatted(Keys.CAPTURE_RECORDED.path(), folder));
    }
  }

  @Override
  public RunningService start(ProgramContext context) {
    Configuration configuration = context.configuration();
    CaptureWorker worker =
        new CaptureWorker(
            context.connection(),
            new RecordedResources(configuration.get(Keys.CAPTURE_RECORDED)),
            context.clock(),
            configuration.get(Keys.CAPTURE_INSTANCE),
            context.metrics().stage("capture"));
    context.health().check("worker", worker::failing);
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
}
