package org.curation.sink;

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
import org.curation.sink.hugo.HugoStore;

/** The sink as a program of its own. */
public final class SinkMain implements Program {
  private SinkMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    ProgramCommand.main(new SinkMain(), arguments);
  }

  @Override
  public String name() {
    return "sink";
  }

  @Override
  public int port() {
    return 8084;
  }

  @Override
  public String purpose() {
    return "Writes finished documents to a Hugo site: curation.documents in, files out.";
  }

  @Override
  public String group() {
    return SinkWriter.groupOf("hugo");
  }

  @Override
  public List<String> inputs() {
    return List.of(Topics.DOCUMENTS.name());
  }

  @Override
  public void check(Configuration configuration) {
    Path store = configuration.get(Keys.SINK_STORE);
    if (Files.exists(store) && !Files.isDirectory(store)) {
      throw new UserError(
          "%s %s is a file; give a folder, or a name that is free"
              .formatted(Keys.SINK_STORE.path(), store));
    }
    ledger(configuration);
  }

  @Override
  public RunningService start(ProgramContext context) {
    Configuration configuration = context.configuration();
    HugoStore store = HugoStore.open(configuration.get(Keys.SINK_STORE), ledger(configuration));
    SinkWriter writer =
        new SinkWriter(
            context.connection(), store, context.clock(), context.metrics().stage("sink"));
    context.health().check("reading", () -> reading(writer));
    context.health().check("store", () -> store(writer));
    try {
      writer.start();
    } catch (RuntimeException e) {
      store.close();
      throw e;
    }
    return new RunningService() {
      @Override
      public Optional<Throwable> failure() {
        return writer.failure();
      }

      @Override
      public void close() {
        writer.close();
        store.close();
      }
    };
  }

  private static Optional<String> reading(SinkWriter writer) {
    return writer.reading()
        ? Optional.empty()
        : Optional.of(
            "reading has not begun: no partition is assigned yet, or the start is looked for");
  }

  private static Optional<String> store(SinkWriter writer) {
    return writer
        .outage()
        .map(
            outage ->
                "%s has failed for %d s: %s"
                    .formatted(outage.what(), outage.lasting().toSeconds(), outage.cause()));
  }

  private static Path ledger(Configuration configuration) {
    return configuration
        .find(Keys.SINK_LEDGER)
        .orElseGet(
            () -> {
              Path store = configuration.get(Keys.SINK_STORE).toAbsolutePath().normalize();
              if (store.getFileName() == null) {
                throw new UserError(
                    "%s must be a folder with a name, not %s"
                        .formatted(Keys.SINK_STORE.path(), store));
              }
              return store.resolveSibling(store.getFileName() + ".ledger");
            });
  }
}
