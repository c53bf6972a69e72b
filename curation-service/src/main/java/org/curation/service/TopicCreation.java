package org.curation.service;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;

/** Creates the topics of the catalogue and checks that existing ones have one partition count. */
public final class TopicCreation {
  private static final Duration VISIBLE = Duration.ofSeconds(30);
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private static final int SAFE_REPLICATION = 3;

  private final Admin admin;

  /** Works through an admin client that the caller owns. */
  public TopicCreation(Admin admin) {
    this.admin = admin;
  }

  /**
   * Creates what is missing.
   *
   * @param partitions of each topic; all are co-partitioned
   * @param replication factor of new topics; empty for the broker's default
   * @throws UserError when an existing topic has another partition count
   */
  public void create(int partitions, Optional<Short> replication) {
    createMissing(partitions, replication);
    check(partitions);
  }

  /**
   * Creates what is missing and leaves everything else alone. With three replicas or more, two must
   * have a record before it counts as written.
   *
   * @return names of the topics that were created
   */
  public List<String> createMissing(int partitions, Optional<Short> replication) {
    Set<String> existing = new TreeSet<>(await(() -> admin.listTopics().names().get()));
    List<NewTopic> missing = new ArrayList<>();
    for (TopicSpec<?> spec : Topics.ALL) {
      if (!existing.contains(spec.name())) {
        missing.add(
            new NewTopic(spec.name(), Optional.of(partitions), replication)
                .configs(settings(spec, replication)));
      }
    }
    if (!missing.isEmpty()) {
      try {
        await(() -> admin.createTopics(missing).all().get());
      } catch (IllegalStateException e) {
        if (!(e.getCause() instanceof TopicExistsException)) {
          throw e;
        }
      }
    }
    List<String> created = missing.stream().map(NewTopic::name).toList();
    if (!created.isEmpty()) {
      describe(created);
    }
    return created;
  }

  private static Map<String, String> settings(TopicSpec<?> spec, Optional<Short> replication) {
    Map<String, String> settings = new TreeMap<>(spec.topicConfig());
    if (replication.isPresent() && replication.get() >= SAFE_REPLICATION) {
      settings.put("min.insync.replicas", "2");
    }
    return settings;
  }

  private void check(int partitions) {
    List<String> names = Topics.ALL.stream().map(TopicSpec::name).toList();
    Map<String, TopicDescription> found = describe(names);
    List<String> wrong =
        found.values().stream()
            .filter(topic -> topic.partitions().size() != partitions)
            .map(topic -> topic.name() + " has " + topic.partitions().size())
            .sorted()
            .collect(Collectors.toList());
    if (!wrong.isEmpty()) {
      throw new UserError(
          "Topics must all have %d partitions, but %s. Set the partition count to what the topics have, or start with empty topics."
              .formatted(partitions, String.join(", ", wrong)));
    }
  }

  /** New topics take a moment until every part of the cluster knows them. */
  private Map<String, TopicDescription> describe(List<String> names) {
    long deadline = System.nanoTime() + VISIBLE.toNanos();
    while (true) {
      try {
        return await(() -> admin.describeTopics(names).allTopicNames().get());
      } catch (IllegalStateException e) {
        if (!(e.getCause() instanceof UnknownTopicOrPartitionException)
            || System.nanoTime() > deadline) {
          throw e;
        }
        LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
      }
    }
  }

  private static <T> T await(Call<T> call) {
    try {
      return call.run();
    } catch (ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      throw new IllegalStateException(cause.getMessage(), cause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @FunctionalInterface
  private interface Call<T> {
    T run() throws ExecutionException, InterruptedException;
  }
}
