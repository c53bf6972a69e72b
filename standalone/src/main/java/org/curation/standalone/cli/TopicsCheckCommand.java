package org.curation.standalone.cli;

import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.curation.service.KafkaConnection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Compares the topics of a cluster with the catalogue. */
@Command(
    name = "check",
    description = {
      "Compares the topics with the catalogue: everything that is wrong, why it matters, and the command that mends it.",
      "Changes nothing.",
      "Exit codes: 0 fine (warnings are), 1 an error was found, 2 wrong usage."
    },
    mixinStandardHelpOptions = true)
final class TopicsCheckCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private TopicWishes wishes = new TopicWishes();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    wishes.completeFrom(cluster);
    wishes.partitions();
    wishes.replication();
    KafkaConnection connection = cluster.connection();
    try (Admin admin = Admin.create(connection.common("curation-topics"))) {
      return wishes.check(admin, connection, spec.commandLine().getOut());
    }
  }
}
