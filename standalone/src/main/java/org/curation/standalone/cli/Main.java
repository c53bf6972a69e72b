package org.curation.standalone.cli;

import java.util.Set;
import java.util.TreeSet;
import org.curation.enrich.archetype.SiteConfigurationException;
import org.curation.service.Suggestion;
import org.curation.service.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** Entry point of {@code curate}. */
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  private Main() {}

  /** Runs a command line and exits with its code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    return new CommandLine(new CurateCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setParameterExceptionHandler((mistake, arguments) -> usage(mistake))
        .setExecutionExceptionHandler(
            (problem, commandLine, parsed) -> report(problem, commandLine));
  }

  /** What is wrong, in one line, and where to look. */
  private static int usage(CommandLine.ParameterException mistake) {
    CommandLine commandLine = mistake.getCommandLine();
    commandLine.getErr().println(message(mistake));
    commandLine.getErr().printf("See %s --help%n", commandLine.getCommandSpec().qualifiedName(" "));
    commandLine.getErr().flush();
    return Exit.USAGE;
  }

  private static String message(CommandLine.ParameterException mistake) {
    String said = String.valueOf(mistake.getMessage());
    Set<String> verbs = new TreeSet<>(mistake.getCommandLine().getSubcommands().keySet());
    if (!(mistake instanceof CommandLine.UnmatchedArgumentException unmatched)
        || unmatched.getUnmatched().isEmpty()) {
      return said;
    }
    String word = unmatched.getUnmatched().getFirst();
    CommandSpec command = mistake.getCommandLine().getCommandSpec();
    String name = command.qualifiedName(" ");
    if (word.startsWith("-")) {
      return "%s has no option %s%s"
          .formatted(
              name,
              word,
              Suggestion.nearest(word, command.optionsMap().keySet())
                  .map(near -> "; did you mean " + near + "?")
                  .orElse(""));
    }
    if (verbs.isEmpty()) {
      return "%s takes no argument \"%s\" here".formatted(name, word);
    }
    return "\"%s\" is no command of %s%s"
        .formatted(
            word,
            name,
            Suggestion.nearest(word, verbs)
                .map(near -> "; did you mean \"%s %s\"?".formatted(name, near))
                .orElse("; there are: " + String.join(", ", verbs)));
  }

  /** A mistake gets its message; anything else gets a message and, in the log, its trace. */
  private static int report(Exception problem, CommandLine commandLine) {
    if (problem instanceof UserError || problem instanceof SiteConfigurationException) {
      commandLine.getErr().println(problem.getMessage());
      commandLine.getErr().flush();
      return Exit.USAGE;
    }
    commandLine.getErr().println("curate failed: " + problem.getMessage());
    commandLine.getErr().flush();
    LOG.atError().setCause(problem).log("curate failed");
    return Exit.FAILED;
  }
}
