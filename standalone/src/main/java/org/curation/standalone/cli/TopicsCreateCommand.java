package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import org.curation.service.KafkaConnection;
import org.curation.service.TopicCreation;
import org.curation.service.topics.TopicCheck;
import org.curation.service.topics.TopicInspection;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates the topics that are missing. */
@Command(
    name = "create",
    description = {
      "Creates the topics that are missing, leaves the others alone, then checks all.",
      "Without --partitions, new topics get as many as the others have, on an empty cluster 4.",
      "Exit codes: 0 fine, 1 the check found an error, 2 wrong usage."
    },
    mixinStandardHelpOptions = true)
final class TopicsCreateCommand implements Callable<Integer> {
  private static final int DEFAULT_PARTITIONS = 4;

  @Mixin private ClusterOptions cluster = new ClusterOptions();
  @Mixin private TopicWishes wishes = new TopicWishes();

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    wishes.completeFrom(cluster);
    OptionalInt wanted = wishes.partitions();
    Optional<Short> replication =
        wishes.replication().isPresent()
            ? Optional.of((short) wishes.replication().getAsInt())
            : Optional.empty();
    KafkaConnection connection = cluster.connection();
    PrintWriter out = spec.commandLine().getOut();
    try (Admin admin = Admin.create(connection.common("curation-topics"))) {
      int partitions =
          wanted.orElseGet(
              () ->
                  TopicCheck.usualPartitions(new TopicInspection(admin).look())
                      .orElse(DEFAULT_PARTITIONS));
      List<String> created = new TopicCreation(admin).createMissing(partitions, replication);
      if (wishes.format() == Format.TEXT) {
        created.forEach(name -> out.printf("created %s with %d partitions%n", name, partitions));
      }
      return wishes.check(admin, connection, out);
    }
  }
}
