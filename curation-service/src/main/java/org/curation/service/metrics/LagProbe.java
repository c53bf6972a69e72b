package org.curation.service.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.curation.service.KafkaConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures how far a consumer group is behind, every five seconds, by asking the cluster: so a
 * consumer that hangs shows. At rest up to one for each partition may be left: the marker of the
 * last transaction.
 */
public final class LagProbe implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LagProbe.class);
  private static final Duration EVERY = Duration.ofSeconds(5);
  private static final long PATIENCE_SECONDS = 5;

  private final Admin admin;
  private final String group;
  private final List<String> topics;
  private final Map<String, Double> lags = new ConcurrentHashMap<>();
  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "lag-probe");
            thread.setDaemon(true);
            return thread;
          });

  /** Begins to measure; a lag that is not known is not a number. */
  public LagProbe(
      KafkaConnection connection, String group, List<String> topics, MeterRegistry registry) {
    this.admin = Admin.create(connection.common("curation-lag"));
    this.group = group;
    this.topics = List.copyOf(topics);
    for (String topic : topics) {
      Gauge.builder("curation.consumer.lag", () -> lags.getOrDefault(topic, Double.NaN))
          .description("Records of a topic that a consumer group has not committed yet.")
          .baseUnit("records")
          .tag("group", group)
          .tag("topic", topic)
          .strongReference(true)
          .register(registry);
    }
    var unused =
        asking.scheduleWithFixedDelay(this::ask, 1000, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void ask() {
    try {
      lags.putAll(measure());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      lags.clear();
      LOG.atDebug().log("the lag of {} is not known: {}", group, e.toString());
    }
  }

  private Map<String, Double> measure()
      throws InterruptedException, ExecutionException, TimeoutException {
    Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
    admin
        .describeTopics(topics)
        .allTopicNames()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .forEach(
            (name, topic) ->
                topic
                    .partitions()
                    .forEach(
                        partition ->
                            wanted.put(
                                new TopicPartition(name, partition.partition()),
                                OffsetSpec.latest())));
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin
            .listConsumerGroupOffsets(group)
            .partitionsToOffsetAndMetadata()
            .get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    Map<String, Double> found = new HashMap<>();
    admin
        .listOffsets(wanted, new ListOffsetsOptions(IsolationLevel.READ_COMMITTED))
        .all()
        .get(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .forEach(
            (partition, end) -> {
              OffsetAndMetadata at = committed.get(partition);
              double behind = Math.max(0, end.offset() - (at == null ? 0 : at.offset()));
              found.merge(partition.topic(), behind, Double::sum);
            });
    return found;
  }

  @Override
  public void close() {
    asking.shutdownNow();
    admin.close(Duration.ZERO);
  }
}
