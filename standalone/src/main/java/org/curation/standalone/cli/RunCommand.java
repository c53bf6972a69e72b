package org.curation.standalone.cli;

import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.curation.standalone.Run;
import org.curation.standalone.RunCluster;
import org.curation.standalone.RunRequest;
import org.curation.standalone.RunResult;
import org.curation.standalone.RunText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Ingests a directory and publishes what comes of it. */
@Command(
    name = "run",
    description = {
      "Ingests everything under --from, waits until the pipeline is at rest, publishes to --out.",
      "Exit codes: 0 fine, 1 failed, 2 wrong usage or configuration, 3 fine but dead letters are open."
    },
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {
  @Mixin private InputOptions input = new InputOptions();
  @Mixin private PlaceOptions places = new PlaceOptions();
  @Mixin private ClusterOptions cluster = new ClusterOptions();

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

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (mirrorLimit < 0 || mirrorLimit > 100) {
      throw new ParameterException(
          spec.commandLine(), "--mirror-limit must be from 0 to 100, not " + mirrorLimit);
    }
    RunRequest request =
        new RunRequest(
            input.from(),
            places.out(),
            input.published(),
            input.site(),
            places.data(),
            input.webhookSecret(),
            mirror,
            mirrorLimit / 100.0,
            Optional.ofNullable(shuffle));
    RunResult result;
    try (ReadProgress progress = new ReadProgress(System.err)) {
      Optional<RunCluster.Opening> given = cluster.opening();
      Clock clock = Clock.systemUTC();
      result =
          (given.isPresent()
                  ? new Run(request, progress, clock, given.get())
                  : new Run(request, progress, clock))
              .run();
    }
    spec.commandLine()
        .getOut()
        .print(json ? RunText.json(result) + "\n" : RunText.forPeople(result, true));
    spec.commandLine().getOut().flush();
    return result.exitCode();
  }
}
