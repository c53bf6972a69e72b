package org.curation.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Verbs about topics. */
@Command(
    name = "topics",
    description = "Creates, checks and describes the topics of the pipeline.",
    mixinStandardHelpOptions = true,
    subcommands = {
      TopicsCreateCommand.class,
      TopicsCheckCommand.class,
      TopicsDescribeCommand.class
    })
final class TopicsCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Exit.USAGE;
  }
}
