package org.curation.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verbs about lanes and archetypes. */
@Command(
    name = "lanes",
    description = "Checks and tests lanes and archetypes.",
    mixinStandardHelpOptions = true,
    subcommands = {LanesTestCommand.class})
final class LanesCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Exit.USAGE;
  }
}
