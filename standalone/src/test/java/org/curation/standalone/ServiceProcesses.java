package org.curation.standalone;

import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The services as separate processes that share a configuration file. */
final class ServiceProcesses implements AutoCloseable {
  /** The programs. */
  enum Program {
    INGEST("org.curation.ingest.IngestMain"),
    CAPTURE("org.curation.ingest.capture.CaptureMain"),
    ENRICH("org.curation.enrich.EnrichMain"),
    SINK("org.curation.sink.SinkMain");

    private final String main;

    Program(String main) {
      this.main = main;
    }
  }

  private static final Duration STOP = Duration.ofSeconds(90);

  private final Path folder;
  private final Path configuration;
  private final Map<Program, CurateProcess> running = new EnumMap<>(Program.class);

  /**
   * Writes the configuration; nothing runs yet.
   *
   * @param folder for configuration, state, logs, and the site with its ledger
   */
  ServiceProcesses(Path folder, String bootstrapServers, Path from) {
    this.folder = folder;
    this.configuration =
        Runs.write(
            folder.resolve("curation.yaml"),
            """
            kafka:
              bootstrap-servers: %s
            topics:
              partitions: %d
              replication: 1
            http:
              port: 0
            log:
              format: text
            ingest:
              directory:
                path: %s
                every: 1s
            capture:
              recorded: %s
            enrich:
              site: ../site
              state: %s
            sink:
              store: %s
            """
                .formatted(
                    bootstrapServers,
                    EmbeddedCluster.PARTITIONS,
                    from,
                    from,
                    folder.resolve("streams"),
                    site()));
  }

  /** Root of the site that the sink writes. */
  Path site() {
    return folder.resolve("site");
  }

  void startAll() {
    for (Program program : Program.values()) {
      start(program);
    }
  }

  void start(Program program) {
    running.put(
        program,
        CurateProcess.start(
            log(program), program.main, List.of("--config", configuration.toString())));
  }

  /** What {@code kill -9} does. */
  void kill(Program program) throws InterruptedException {
    running.get(program).kill();
  }

  /** The programs that should run and don't. */
  List<Program> ended() {
    return running.entrySet().stream()
        .filter(each -> !each.getValue().isAlive())
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Stops all, as SIGTERM does, and gives their exit codes. */
  Map<Program, Integer> stopAll() throws InterruptedException {
    running.values().forEach(CurateProcess::stop);
    Map<Program, Integer> codes = new EnumMap<>(Program.class);
    for (Map.Entry<Program, CurateProcess> each : running.entrySet()) {
      codes.put(each.getKey(), each.getValue().end(STOP));
    }
    return codes;
  }

  /** What a program has printed. */
  String output(Program program) {
    return running.get(program).output();
  }

  private Path log(Program program) {
    return folder.resolve(program + ".log");
  }

  @Override
  public void close() {
    running.values().forEach(CurateProcess::close);
  }
}
