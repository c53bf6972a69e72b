package org.curation.standalone.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The root: shows help. */
@Command(
    name = "curate",
    description = "Raw curation records in, finished Hugo documents out, through Kafka.",
    mixinStandardHelpOptions = true,
    version = "curate 0.1.0",
    footer = {
      "",
      "curate start ingest|capture|enrich|sink --config FILE runs one program of the pipeline",
      "(docs/operations.md)."
    },
    subcommands = {
      DemoCommand.class,
      RunCommand.class,
      ServeCommand.class,
      IngestCommand.class,
      BrokerCommand.class,
      LanesCommand.class,
      TopicsCommand.class,
      ExplainCommand.class,
      DeadLettersCommand.class,
      CapturesCommand.class,
      CleanUrlCommand.class,
      DescribeCommand.class
    })
final class CurateCommand implements Callable<Integer> {
  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() {
    spec.commandLine().usage(spec.commandLine().getErr());
    return Exit.USAGE;
  }
}
