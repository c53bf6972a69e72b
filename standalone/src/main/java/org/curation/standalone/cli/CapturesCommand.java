package org.curation.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verbs about captured links. */
@Command(
    name = "captures",
    description = "Lists how captured links are, and has them fetched again.",
    mixinStandardHelpOptions = true,
    subcommands = {CapturesListCommand.class, CapturesAgainCommand.class})
final class CapturesCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Exit.USAGE;
  }
}
