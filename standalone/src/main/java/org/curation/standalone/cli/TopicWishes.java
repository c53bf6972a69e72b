package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.OptionalInt;
import org.apache.kafka.clients.admin.Admin;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;
import org.curation.service.topics.Finding;
import org.curation.service.topics.TopicCheck;
import org.curation.service.topics.TopicInspection;
import org.curation.service.topics.TopicText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What topics should be like, and how to print whether they are. */
final class TopicWishes {
  @Option(
      names = "--partitions",
      paramLabel = "N",
      description =
          "Partitions of each topic (default: what the configuration says, else as many as the topics have).")
  private @Nullable Integer partitions;

  @Option(
      names = "--replication",
      paramLabel = "N",
      description =
          "Replication factor (default: what the configuration says, else the cluster's own for new topics).")
  private @Nullable Integer replication;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print (default: text).")
  private Format format = Format.TEXT;

  /** Takes what isn't given from the configuration, if there is one. */
  void completeFrom(ClusterOptions cluster) {
    if (cluster.configured()) {
      Configuration configuration = cluster.read();
      partitions = partitions == null ? configuration.get(Keys.PARTITIONS) : partitions;
      replication =
          replication == null
              ? configuration.replication().map(Short::intValue).orElse(null)
              : replication;
    }
  }

  Format format() {
    return format;
  }

  OptionalInt partitions() {
    return wish("--partitions", partitions, 10_000);
  }

  OptionalInt replication() {
    return wish("--replication", replication, Short.MAX_VALUE);
  }

  /** Prints all findings; 1 when there is an error among them. */
  int check(Admin admin, KafkaConnection connection, PrintWriter out) {
    List<Finding> findings =
        TopicCheck.check(
            new TopicInspection(admin).look(),
            partitions(),
            replication(),
            connection.bootstrapServers());
    out.print(
        format == Format.JSON
            ? TopicText.findingsJson(findings)
            : TopicText.findings(findings, Topics.ALL.size()));
    out.flush();
    return TopicText.errors(findings) == 0 ? Exit.OK : Exit.FAILED;
  }

  private static OptionalInt wish(String option, @Nullable Integer value, int most) {
    if (value == null) {
      return OptionalInt.empty();
    }
    if (value < 1 || value > most) {
      throw new UserError("%s must be from 1 to %d, not %d".formatted(option, most, value));
    }
    return OptionalInt.of(value);
  }
}
