package org.curation.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.curation.service.letters.LetterFilter;
import org.curation.service.letters.Outcome.Kind;
import org.curation.service.letters.Redrive;
import org.curation.service.letters.RedriveRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Sends dead letters back to where they came from. */
@Command(
    name = "redrive",
    description = {
      "Sends the original bytes back to where they came from and closes the letters.",
      "Mend the cause first: what fails again becomes a new letter that counts how often.",
      "Exit codes: 0 all done, 3 some were refused, 2 wrong usage, 1 failed or taken over."
    },
    mixinStandardHelpOptions = true)
final class LettersRedriveCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private LetterChoice choice = new LetterChoice();

  @Option(
      names = "--limit-per-letter",
      paramLabel = "N",
      defaultValue = "" + RedriveRequest.DEFAULT_LIMIT,
      description = "Letters that were redriven that often before are refused (default: 3).")
  private int limit;

  @Option(
      names = "--value",
      paramLabel = "FILE",
      description = "Mended bytes in place of the original; for one letter.")
  private @Nullable Path value;

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides (default: you).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(names = "--why", paramLabel = "TEXT", description = "Why; kept with the decision.")
  private @Nullable String why;

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "0",
      description = "At most so many letters in a second (default: no limit).")
  private double rate;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print (default: text).")
  private Format format = Format.TEXT;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    LetterFilter filter = choice.filter(Clock.systemUTC());
    if (limit < 1 || rate < 0) {
      throw new ParameterException(
          spec.commandLine(), "--limit-per-letter must be 1 or more, --rate 0 or more");
    }
    if (value != null && filter.ids().size() != 1) {
      throw new UserError("--value is for exactly one letter, named by its id");
    }
    RedriveRequest original =
        new RedriveRequest(
            filter,
            limit,
            Said.name("--by", by),
            why == null ? null : Said.reason("--why", why),
            rate,
            choice.dryRun());
    RedriveRequest request = value == null ? original : original.with(read(value));
    KafkaConnection connection = cluster.connection();
    DecisionReport report =
        new DecisionReport(
            spec.commandLine().getOut(), spec.commandLine().getErr(), format, choice.dryRun());
    return report.run(
        new Redrive(connection, request, Clock.systemUTC(), report)::run, Kind.REDRIVEN);
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UserError("--value %s can't be read: %s".formatted(file, e.getMessage()), e);
    }
  }
}
