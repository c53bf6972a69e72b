package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.curation.ingest.backfill.Backfill;
import org.curation.ingest.backfill.BackfillReport;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Publishes a large file of saved records, one a line. */
@Command(
    name = "jsonl",
    description = {
      "Publishes a file of saved records, one a line, perhaps compressed (.gz).",
      "How far it came is kept with the records: stopped or killed, the same command goes on where it was.",
      "Exit codes: 0 fine, 1 failed or stopped, 2 wrong usage or configuration, 3 fine but something was dead-lettered."
    },
    mixinStandardHelpOptions = true)
final class IngestJsonlCommand implements Callable<Integer> {
  private static final int FASTEST = 1_000_000;

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(paramLabel = "FILE", description = "The file.")
  @SuppressWarnings("NullAway.Init")
  private Path file;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "Records per second (default: as fast as it goes).")
  private int rate;

  @Option(names = "--restart", description = "Begins with the first line whatever was done.")
  private boolean restart;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (rate < 0 || rate > FASTEST) {
      throw new ParameterException(
          spec.commandLine(), "--rate must be from 0 to %d, not %d".formatted(FASTEST, rate));
    }
    KafkaConnection connection = cluster.connection();
    StopSignal signal = StopSignal.listen();
    int code = Exit.FAILED;
    try (ReadProgress progress = new ReadProgress(System.err)) {
      Backfill.Options options = new Backfill.Options(rate, restart, progress);
      BackfillReport report =
          new Backfill(connection, file, options, Clock.systemUTC(), signal.latch()).run();
      code = !report.finished() ? Exit.FAILED : report.hasLetters() ? Exit.DEAD_LETTERS : Exit.OK;
      print(report);
      return code;
    } catch (UserError e) {
      code = Exit.USAGE;
      throw e;
    } finally {
      var unused = signal.ended(code);
    }
  }

  private void print(BackfillReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        report.firstLine() > report.lastLine()
            ? "Nothing to do: %s was read up to line %3$d.%n"
            : "Read lines %2$d to %3$d of %1$s.%n",
        file,
        report.firstLine(),
        report.lastLine());
    report
        .outcomes()
        .forEach((outcome, count) -> out.printf(Locale.ROOT, "  %8d %s%n", count, outcome));
    report.problems().forEach(problem -> out.println("  " + problem));
    if (!report.finished()) {
      out.println("Stopped before the end. The same command goes on after the last line.");
    }
    out.flush();
  }
}
