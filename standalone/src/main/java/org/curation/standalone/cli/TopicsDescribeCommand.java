package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.curation.service.topics.ClusterTopics;
import org.curation.service.topics.TopicInspection;
import org.curation.service.topics.TopicText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Shows the topics of a cluster. */
@Command(
    name = "describe",
    description = "Shows the pipeline's topics as they are on the cluster.",
    mixinStandardHelpOptions = true)
final class TopicsDescribeCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

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
    PrintWriter out = spec.commandLine().getOut();
    try (Admin admin = Admin.create(cluster.connection().common("curation-topics"))) {
      ClusterTopics found = new TopicInspection(admin).look();
      out.print(format == Format.JSON ? TopicText.tableJson(found) : TopicText.table(found));
      out.flush();
      return Exit.OK;
    }
  }
}
