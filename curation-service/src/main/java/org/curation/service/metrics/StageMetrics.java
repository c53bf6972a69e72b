package org.curation.service.metrics;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.kafka.KafkaClientMetrics;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;

/** Counts and times one stage. Labels are bounded: what comes late in great number is "other". */
public final class StageMetrics implements StageObserver {
  static final int MOST_WORDS = 40;
  static final String OTHER = "other";

  private static final Duration[] WORK = {
    Duration.ofMillis(1),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30)
  };
  private static final Duration[] LATENCY = {
    Duration.ofMillis(50),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofMillis(500),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofHours(1)
  };

  private final MeterRegistry registry;
  private final String stage;
  private final Timer work;
  private final Timer latency;
  private final Map<String, Counter> outcomes = new ConcurrentHashMap<>();
  private final Map<String, Counter> reasons = new ConcurrentHashMap<>();

  /** Counts into a registry. */
  public StageMetrics(MeterRegistry registry, String stage) {
    this.registry = registry;
    this.stage = stage;
    this.work =
        Timer.builder("curation.stage.duration")
            .description("Time that a record (a batch where the stage works in batches) took.")
            .tag("stage", stage)
            .serviceLevelObjectives(WORK)
            .register(registry);
    this.latency =
        Timer.builder("curation.end.to.end.latency")
            .description("Time from the receipt of a record to its result leaving the stage.")
            .tag("stage", stage)
            .serviceLevelObjectives(LATENCY)
            .register(registry);
    // Both families are there from the start, so that a rate begins at zero.
    reasons.put(OTHER, reason(OTHER));
  }

  @Override
  public void settled(String outcome, long count) {
    counter(outcomes, outcome, this::outcome).increment(count);
  }

  @Override
  public void took(Duration time) {
    work.record(time);
  }

  @Override
  public void handedOn(Duration sinceReceived) {
    latency.record(sinceReceived.isNegative() ? Duration.ZERO : sinceReceived);
  }

  @Override
  public void deadLettered(String reason) {
    counter(reasons, reason, this::reason).increment();
  }

  @Override
  public Watch watch(Consumer<?, ?> client) {
    return watch(new KafkaClientMetrics(client));
  }

  @Override
  public Watch watch(Producer<?, ?> client) {
    return watch(new KafkaClientMetrics(client));
  }

  private Watch watch(KafkaClientMetrics metrics) {
    metrics.bindTo(registry);
    return metrics::close;
  }

  private static Counter counter(
      Map<String, Counter> counters,
      String word,
      java.util.function.Function<String, Counter> create) {
    Counter known = counters.get(word);
    if (known != null) {
      return known;
    }
    return counters.size() < MOST_WORDS
        ? counters.computeIfAbsent(word, create)
        : counters.computeIfAbsent(OTHER, create);
  }

  private Counter outcome(String word) {
    return Counter.builder("curation.records")
        .description("Records that a stage has settled, by outcome.")
        .tag("stage", stage)
        .tag("outcome", word)
        .register(registry);
  }

  private Counter reason(String word) {
    return Counter.builder("curation.dead.letters")
        .description("Dead letters that a stage has written, by reason.")
        .tag("stage", stage)
        .tag("reason", word)
        .register(registry);
  }
}
