package org.curation.standalone.cli;

import java.time.Clock;
import java.util.concurrent.Callable;
import org.curation.service.letters.Discard;
import org.curation.service.letters.LetterFilter;
import org.curation.service.letters.Outcome.Kind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Closes dead letters for good. */
@Command(
    name = "discard",
    description = {
      "Closes letters for good.",
      "Who, why, when and the original bytes are kept.",
      "Exit codes: 0 all done, 3 some were refused, 2 wrong usage, 1 failed or taken over."
    },
    mixinStandardHelpOptions = true)
final class LettersDiscardCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private LetterChoice choice = new LetterChoice();

  @Option(names = "--by", paramLabel = "NAME", description = "Who decides (default: you).")
  private String by = System.getProperty("user.name", "unknown");

  @Option(
      names = "--why",
      required = true,
      paramLabel = "TEXT",
      description = "Why; kept with the decision.")
  @SuppressWarnings("NullAway.Init")
  private String why;

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
    DecisionReport report =
        new DecisionReport(
            spec.commandLine().getOut(), spec.commandLine().getErr(), format, choice.dryRun());
    Discard discard =
        new Discard(
            cluster.connection(),
            filter,
            Said.name("--by", by),
            Said.reason("--why", why),
            choice.dryRun(),
            Clock.systemUTC(),
            report);
    return report.run(discard::run, Kind.DISCARDED);
  }
}
