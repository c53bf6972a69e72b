package org.curation.service.topics;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.topics.ClusterTopics.Topic;
import org.curation.service.topics.Finding.Severity;

/** Compares what is on a cluster with the catalogue and says how to mend it. Pure. */
public final class TopicCheck {
  private static final Set<String> NAMES =
      Topics.ALL.stream().map(TopicSpec::name).collect(Collectors.toUnmodifiableSet());

  private final ClusterTopics cluster;
  private final OptionalInt partitions;
  private final OptionalInt replication;
  private final Mending mending;
  private final List<Finding> findings = new ArrayList<>();

  private TopicCheck(
      ClusterTopics cluster, OptionalInt partitions, OptionalInt replication, String bootstrap) {
    this.cluster = cluster;
    this.partitions = partitions;
    this.replication = replication;
    this.mending = new Mending(bootstrap);
  }

  /**
   * Everything that is wrong, in the order of the catalogue.
   *
   * @param partitions wanted for each topic; empty for any, as long as all have the same
   * @param replication lowest replication factor that is wanted; empty for any
   * @param bootstrap address for the commands that mend
   */
  public static List<Finding> check(
      ClusterTopics cluster, OptionalInt partitions, OptionalInt replication, String bootstrap) {
    TopicCheck check = new TopicCheck(cluster, partitions, replication, bootstrap);
    check.topics();
    check.brokers();
    check.strangers();
    return List.copyOf(check.findings);
  }

  /** How many partitions a topic should have: as wanted, else as most have. */
  public static OptionalInt usualPartitions(ClusterTopics cluster) {
    Map<Integer, Integer> counts = new TreeMap<>();
    cluster.topics().values().stream()
        .filter(topic -> NAMES.contains(topic.name()))
        .forEach(topic -> counts.merge(topic.partitions(), 1, Integer::sum));
    return counts.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(most -> OptionalInt.of(most.getKey()))
        .orElse(OptionalInt.empty());
  }

  private void topics() {
    OptionalInt usual = partitions.isPresent() ? partitions : usualPartitions(cluster);
    for (TopicSpec<?> spec : Topics.ALL) {
      Topic topic = cluster.topics().get(spec.name());
      if (topic == null) {
        add(
            Severity.ERROR,
            spec.name(),
            "topic",
            "missing",
            "present",
            "Services wait for it or fail: " + spec.purpose(),
            mending.create(usual, replication));
        continue;
      }
      usual.ifPresent(count -> partitions(topic, count));
      replication(topic);
      settings(spec, topic);
    }
  }

  private void partitions(Topic topic, int wanted) {
    if (topic.partitions() != wanted) {
      add(
          Severity.ERROR,
          topic.name(),
          "partitions",
          Integer.toString(topic.partitions()),
          Integer.toString(wanted),
          "All topics are co-partitioned: what is known of a curation meets in one task only when every topic has the same number.",
          mending.partitions(topic, wanted));
    }
  }

  private void replication(Topic topic) {
    int wanted = replication.orElse(1);
    if (topic.replication() < wanted) {
      add(
          Severity.ERROR,
          topic.name(),
          "replication factor",
          Integer.toString(topic.replication()),
          "at least " + wanted,
          "The loss of one broker would lose records.",
          mending.replication(topic, wanted, cluster.brokers().keySet()));
    } else if (replication.isEmpty() && topic.replication() == 1 && cluster.brokers().size() > 2) {
      add(
          Severity.WARNING,
          topic.name(),
          "replication factor",
          "1",
          "3",
          "The cluster has %d brokers; the loss of one of them would lose records."
              .formatted(cluster.brokers().size()),
          mending.replication(topic, 3, cluster.brokers().keySet()));
    }
    String minimum = topic.settings().get("min.insync.replicas");
    if (minimum == null) {
      return;
    }
    int inSync = Integer.parseInt(minimum);
    if (inSync > topic.replication()) {
      add(
          Severity.ERROR,
          topic.name(),
          "min.insync.replicas",
          minimum,
          "at most " + topic.replication(),
          "No record can be written: there are never so many replicas.",
          mending.set(
              topic.name(),
              "min.insync.replicas",
              Integer.toString(Math.max(1, topic.replication() - 1))));
    } else if (inSync < 2 && topic.replication() > 2) {
      add(
          Severity.WARNING,
          topic.name(),
          "min.insync.replicas",
          minimum,
          "2",
          "A record counts as written when one broker has it; its loss would lose the record.",
          mending.set(topic.name(), "min.insync.replicas", "2"));
    }
  }

  private void settings(TopicSpec<?> spec, Topic topic) {
    if (topic.settings().isEmpty()) {
      return;
    }
    SettingRules.of(spec)
        .forEach(
            rule -> {
              String found = topic.settings().get(rule.setting());
              if (found != null && !rule.accepts(found)) {
                add(
                    Severity.ERROR,
                    topic.name(),
                    rule.setting(),
                    found,
                    rule.expected(),
                    rule.why(),
                    mending.set(topic.name(), rule.setting(), rule.value()));
              }
            });
  }

  private void brokers() {
    cluster
        .brokers()
        .forEach(
            (id, settings) ->
                List.of("message.max.bytes", "replica.fetch.max.bytes")
                    .forEach(
                        name -> {
                          String found = settings.get(name);
                          if (found != null && Long.parseLong(found) < Topics.LARGE_RECORD_BYTES) {
                            add(
                                Severity.WARNING,
                                "broker " + id,
                                name,
                                found,
                                "at least " + Topics.LARGE_RECORD_BYTES,
                                name.startsWith("message")
                                    ? "Topics of the catalogue bring their own limit, but enrichment's internal topics take the broker's, and its state may have megabytes."
                                    : "Replicas fetch large records one by one, which is slow.",
                                mending.broker(id, name));
                          }
                        }));
    cluster
        .problems()
        .forEach(
            problem ->
                add(
                    Severity.WARNING,
                    "cluster",
                    "visibility",
                    "hidden",
                    "visible",
                    problem,
                    "Allow DescribeConfigs to this user, or ask who runs the cluster."));
  }

  private void strangers() {
    cluster.topics().values().stream()
        .filter(topic -> !NAMES.contains(topic.name()))
        .forEach(
            topic ->
                add(
                    Severity.WARNING,
                    topic.name(),
                    "topic",
                    "present",
                    "not in the catalogue",
                    "No service reads or writes it; perhaps a name was misspelt, or it is of another version.",
                    mending.delete(topic.name())));
  }

  private void add(
      Severity severity,
      String topic,
      String setting,
      String found,
      String expected,
      String why,
      String mend) {
    findings.add(new Finding(severity, topic, setting, found, expected, why, mend));
  }
}
