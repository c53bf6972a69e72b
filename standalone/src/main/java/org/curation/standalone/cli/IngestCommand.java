package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.IngestReport;
import org.curation.ingest.source.IngestReport.Tally;
import org.curation.ingest.source.IngestRun;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Publishes a folder's records to a cluster, once. */
@Command(
    name = "ingest",
    description = {
      "Publishes everything under --from to a cluster and ends; the programs do the rest.",
      "The verbs below take over a published site and large files.",
      "Exit codes: 0 fine, 1 failed, 2 wrong usage or configuration, 3 fine but something was dead-lettered."
    },
    mixinStandardHelpOptions = true,
    subcommands = {IngestPublishedCommand.class, IngestJsonlCommand.class})
final class IngestCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  /** Not required for picocli: the verbs below have no use for it. */
  @Option(names = "--from", paramLabel = "DIR", description = "The saved records.")
  private @Nullable Path from;

  @Option(
      names = "--webhook-secret-file",
      paramLabel = "FILE",
      description = "The secret that signs webhook payloads.")
  private @Nullable Path secret;

  @Option(
      names = "--mirror",
      description = "Items that are no longer listed under --from are deleted, at most a fifth.")
  private boolean mirror;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    if (from == null) {
      throw new ParameterException(spec.commandLine(), "Missing required option: '--from=DIR'");
    }
    KafkaConnection connection = cluster.read().connection();
    if (!Files.isDirectory(from)) {
      throw new UserError("--from %s is no folder; check the path".formatted(from));
    }
    Optional<WebhookSignature> verifier =
        Optional.ofNullable(secret).map(file -> WebhookSignature.ofFiles(List.of(file)));
    DirectorySource.Options options =
        DirectorySource.Options.defaults().withClock(Clock.systemUTC());
    DirectorySource source =
        new DirectorySource(
            from, verifier, AcceptedIndex.load(connection), mirror ? options.mirroring() : options);
    source.requireRecords();
    IngestReport report;
    try (ReadProgress progress = new ReadProgress(System.err)) {
      report = new IngestRun(connection, source, progress).run();
    }
    print(report);
    return report.deadLettered().isEmpty() ? Exit.OK : Exit.DEAD_LETTERS;
  }

  private void print(IngestReport report) {
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        Locale.ROOT,
        "Published %s of %s and %s; %s withdrawn.%n",
        Counted.of(report.records(), "record"),
        Counted.of(report.curations().size(), "item"),
        Counted.of(report.offerings(), "offering"),
        Counted.of(report.withdrawn(), "offering"));
    tallies(out, "skipped", report.skipped());
    tallies(out, "rejected", report.rejected());
    tallies(out, "dead", report.deadLettered());
    out.flush();
  }

  private static void tallies(PrintWriter out, String what, Map<String, Tally> tallies) {
    tallies.forEach(
        (reason, tally) -> {
          out.printf(Locale.ROOT, "  %-9s %d x %s%n", what, tally.count(), reason);
          if (!what.equals("skipped")) {
            tally.examples().stream()
                .limit(5)
                .forEach(each -> out.printf("            %s  %s%n", each.origin(), each.message()));
          }
        });
  }
}
