package org.curation.standalone.cli;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.curation.standalone.Run;
import org.curation.standalone.RunRequest;
import org.curation.standalone.RunResult;
import org.curation.standalone.RunText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Ingests a directory and publishes what comes of it. */
@Command(
    name = "run",
    description = {
      "Ingests everything under --from, waits until the pipeline is at rest, publishes to --out.",
      "Exit codes: 0 fine, 2 wrong usage or configuration, 3 fine but dead letters are open."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description =
          "Saved records: API answers, webhook payloads, exports, offerings, pages, images.")
  @SuppressWarnings("NullAway.Init")
  private Path from;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Root of the Hugo site.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--published",
      paramLabel = "DIR",
      description = "An already published site whose document ids, addresses and places are kept.")
  private @Nullable Path published;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data of the embedded broker (default: beside --out, with .data).")
  private @Nullable Path data;

  @Option(
      names = "--webhook-secret-file",
      paramLabel = "FILE",
      description = "Secret that signs webhook payloads; without it signed payloads are rejected.")
  private @Nullable Path webhookSecret;

  @Option(
      names = "--mirror",
      description = "Items that are no longer listed under --from are deleted.")
  private boolean mirror;

  @Option(
      names = "--mirror-limit",
      paramLabel = "PERCENT",
      defaultValue = "20",
      description =
          "The most that one --mirror may delete, in percent; ten items always may (default: 20).")
  private int mirrorLimit;

  @Option(names = "--json", description = "Prints the result as one JSON object.")
  private boolean json;

  @Option(
      names = "--shuffle",
      paramLabel = "SEED",
      description = "Reads the files in a random order; the result must not differ.")
  private @Nullable Long shuffle;

  @Mixin private SiteOption site = new SiteOption();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (mirrorLimit < 0 || mirrorLimit > 100) {
      throw new picocli.CommandLine.ParameterException(
          spec.commandLine(), "--mirror-limit must be from 0 to 100, not " + mirrorLimit);
    }
    RunRequest request =
        new RunRequest(
            from,
            out,
            Optional.ofNullable(published),
            site.folder(),
            data != null ? data : RunRequest.beside(out, ".data"),
            Optional.ofNullable(webhookSecret),
            mirror,
            mirrorLimit / 100.0,
            Optional.ofNullable(shuffle));
    RunResult result;
    try (ReadProgress progress = new ReadProgress(System.err)) {
      result = new Run(request, progress, Clock.systemUTC()).run();
    }
    spec.commandLine()
        .getOut()
        .print(json ? RunText.json(result) + "\n" : RunText.forPeople(result, true));
    spec.commandLine().getOut().flush();
    return result.exitCode();
  }
}
