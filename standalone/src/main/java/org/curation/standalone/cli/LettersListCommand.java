package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Set;
import java.util.concurrent.Callable;
import org.curation.service.letters.LetterCounts;
import org.curation.service.letters.LetterFilter;
import org.curation.service.letters.LetterText;
import org.curation.service.letters.LetterTopic;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists dead letters. */
@Command(
    name = "list",
    description = {
      "Lists the letters that nobody has decided on, and counts them by stage and reason.",
      "--format json prints one object for each letter on a line of its own, and no counts."
    },
    mixinStandardHelpOptions = true)
final class LettersListCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private LetterSelection selection = new LetterSelection();

  @Option(names = "--all", description = "Also those that were decided on.")
  private boolean all;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Shows at most so many; all are counted. 0 shows all (default: 100).")
  private long limit;

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
    if (limit < 0) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be 0 or more, not %d".formatted(limit));
    }
    LetterFilter filter = selection.filter(Set.of(), Clock.systemUTC());
    PrintWriter out = spec.commandLine().getOut();
    LetterCounts counts = new LetterCounts();
    try (LetterTopic letters = new LetterTopic(cluster.connection())) {
      letters.visit(
          filter,
          all,
          (letter, message) -> {
            counts.add(letter);
            if (limit > 0 && counts.all() > limit) {
              return;
            }
            if (format == Format.JSON) {
              out.println(LetterText.json(letter));
            } else {
              if (counts.all() == 1) {
                out.println(LetterText.HEAD);
              }
              out.println(LetterText.row(letter));
            }
          });
    }
    if (format == Format.TEXT) {
      if (limit > 0 && counts.all() > limit) {
        out.printf("… and %d more; --limit 0 shows all%n", counts.all() - limit);
      }
      out.printf(
          "%s.%n", Counted.of(counts.all(), all ? "open and decided letter" : "open letter"));
      out.print(counts.lines());
    }
    out.flush();
    return Exit.OK;
  }
}
