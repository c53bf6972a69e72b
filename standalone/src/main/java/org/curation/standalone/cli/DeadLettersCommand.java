package org.curation.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verbs about dead letters. */
@Command(
    name = "dead-letters",
    description = "Lists, shows, redrives and discards what could not be handled.",
    mixinStandardHelpOptions = true,
    subcommands = {
      LettersListCommand.class,
      LettersShowCommand.class,
      LettersRedriveCommand.class,
      LettersDiscardCommand.class
    })
final class DeadLettersCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Exit.USAGE;
  }
}
