package org.curation.enrich;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.gate.FieldWatch;
import org.curation.enrich.process.CurationTopology;
import org.curation.enrich.process.Rollout;
import org.curation.model.topic.Topics;
import org.curation.service.AnotherInstance;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.curation.service.metrics.StageObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the topology against a cluster. */
public final class EnrichService implements AutoCloseable {
  /** Consumer group and prefix of internal topics; state on brokers depends on it. */
  public static final String APPLICATION_ID = "curation-enrich";

  private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
  private static final Duration GRACE = Duration.ofSeconds(30);

  /** How Kafka Streams begins to say so. */
  private static final String STATE_IS_LOCKED = "Unable to initialize state";

  private final KafkaStreams streams;
  private final FieldWatch fields = new FieldWatch(LOG::warn);
  private final Rollout rollout = new Rollout();
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /**
   * Prepares the service; nothing runs before {@link #start}.
   *
   * @param state folder for the local state; may be thrown away, it is rebuilt from the brokers
   * @param instance names this instance among those of the service, the same after a restart
   * @throws UserError when another instance uses the folder
   */
  public EnrichService(
      KafkaConnection connection, SiteConfiguration site, Path state, String instance) {
    this(connection, site, state, instance, 1, StageObserver.NONE);
  }

  /**
   * The same with several threads and an observer.
   *
   * @param threads of this instance, which share the partitions
   */
  public EnrichService(
      KafkaConnection connection,
      SiteConfiguration site,
      Path state,
      String instance,
      int threads,
      StageObserver observer) {
    Properties properties = new Properties();
    properties.putAll(streamsConfig(connection, state, instance));
    properties.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, threads);
    this.streams =
        streams(CurationTopology.build(site, observer, fields, rollout), properties, state);
    streams.setUncaughtExceptionHandler(
        problem -> {
          failure.compareAndSet(null, problem);
          // That another one came needs no stack trace.
          AnotherInstance.explained("enrich", problem)
              .ifPresentOrElse(
                  why -> LOG.atError().log("enrichment {} stops: {}", instance, why),
                  () -> LOG.atError().setCause(problem).log("enrichment stops"));
          return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
  }

  private static KafkaStreams streams(Topology topology, Properties properties, Path state) {
    try {
      return new KafkaStreams(topology, properties);
    } catch (StreamsException e) {
      if (!String.valueOf(e.getMessage()).startsWith(STATE_IS_LOCKED)) {
        throw e;
      }
      throw new UserError(
          "The folder %s (enrich.state) is in use: another enrich runs in it. Stop that one, or give this one an enrich.state and an enrich.instance of its own."
              .formatted(state),
          e);
    }
  }

  /** The settings, apart from those of the connection. */
  static Map<String, Object> streamsConfig(
      KafkaConnection connection, Path state, String instance) {
    Map<String, Object> config = new HashMap<>(connection.common(APPLICATION_ID));
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, APPLICATION_ID);
    config.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
    config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
    config.put(StreamsConfig.ENSURE_EXPLICIT_INTERNAL_RESOURCE_NAMING_CONFIG, true);
    config.putIfAbsent(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 100);
    config.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
    // An outage is waited out, however long: readiness tells of it.
    config.putIfAbsent(StreamsConfig.TASK_TIMEOUT_MS_CONFIG, Duration.ofDays(1).toMillis());
    config.put(
        StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG),
        Topics.LARGE_RECORD_BYTES);
    config.putIfAbsent(
        StreamsConfig.producerPrefix(ProducerConfig.COMPRESSION_TYPE_CONFIG), "zstd");
    config.put(
        StreamsConfig.consumerPrefix(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG),
        Topics.LARGE_RECORD_BYTES);
    // A static member that comes back takes its place at once, without a rebalance.
    config.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), instance);
    config.putIfAbsent(
        StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), 10_000);
    config.putIfAbsent(
        StreamsConfig.consumerPrefix(ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG), 2_000);
    // Records may have megabytes each: what is buffered is bounded by number.
    config.putIfAbsent(StreamsConfig.consumerPrefix(ConsumerConfig.MAX_POLL_RECORDS_CONFIG), 50);
    config.putIfAbsent(StreamsConfig.BUFFERED_RECORDS_PER_PARTITION_CONFIG, 50);
    config.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
    return config;
  }

  /** Starts; returns at once. */
  public void start() {
    streams.start();
  }

  /** What the service is doing. */
  public KafkaStreams.State state() {
    return streams.state();
  }

  /**
   * Whether it runs and brings nothing in line with a changed site; what records ask of it is not
   * looked at.
   */
  public boolean idle() {
    return streams.state() == KafkaStreams.State.RUNNING && rollout.tasks() == 0;
  }

  /** Measures the service until what is given is closed. */
  public AutoCloseable measure(MeterRegistry registry) {
    for (KafkaStreams.State state : KafkaStreams.State.values()) {
      Gauge.builder("curation.streams.state", () -> streams.state() == state ? 1 : 0)
          .description("1 for the state that Kafka Streams is in, 0 for the others.")
          .tag("state", state.name().toLowerCase(Locale.ROOT).replace('_', '-'))
          .strongReference(true)
          .register(registry);
    }
    Gauge.builder("curation.rollout.tasks", rollout, Rollout::tasks)
        .description("Tasks that look at all their curations because the site changed.")
        .strongReference(true)
        .register(registry);
    FunctionCounter.builder("curation.rollout.curations", rollout, Rollout::lookedAt)
        .description("Curations that were looked at because the site changed.")
        .register(registry);
    KafkaStreamsMetrics metrics = new KafkaStreamsMetrics(streams);
    metrics.bindTo(registry);
    return metrics;
  }

  /** Fields that lanes read dates from and that no item had since the start, for people. */
  public List<String> unknownFields() {
    return fields.unknown();
  }

  /** Why the service stopped by itself; empty while it has not. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Finishes the transaction in hand and stops, within 30 s. */
  @Override
  public void close() {
    streams.close(GRACE);
  }
}
