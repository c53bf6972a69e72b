package org.curation.standalone.cli;

import org.curation.enrich.archetype.SiteConfigurationException;
import org.curation.service.UserError;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;

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
    commandLine.getErr().println(mistake.getMessage());
    CommandLine.UnmatchedArgumentException.printSuggestions(mistake, commandLine.getErr());
    commandLine.getErr().printf("See %s --help%n", commandLine.getCommandSpec().qualifiedName(" "));
    commandLine.getErr().flush();
    return Exit.USAGE;
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
