package org.curation.ingest.source;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;

/**
 * Publishes for callers who wait for the brokers' word: each gets a future of its own, nobody's
 * failure is another's unless brokers don't answer, and nobody waits longer than the patience. Safe
 * for use by threads.
 */
public final class ConfirmedPublisher implements AutoCloseable {
  /** How long a failure counts against readiness when nothing else is sent. */
  private static final Duration REMEMBERED = Duration.ofSeconds(15);

  private static final Duration LONGEST_BLOCK = Duration.ofSeconds(1);
  private static final long BUFFER_BYTES = 32L * 1024 * 1024;

  private final Clock clock;
  private final StageObserver observer;
  private final Producer<String, byte[]> producer;
  private final StageObserver.Watch watch;
  private final BrokerGate gate = new BrokerGate();
  // The client may block its caller, even pin it; so it has one caller, and a short line before it.
  private final ThreadPoolExecutor sender;

  /**
   * A publisher that is connected when it first sends.
   *
   * @param clientId names its producer in logs and metrics; of this publisher alone
   * @param patience how long brokers may take to acknowledge, at least a second
   * @param waiting how many calls may wait for their turn to send
   * @throws KafkaException when the connection's properties can't be used
   */
  public ConfirmedPublisher(
      KafkaConnection connection,
      String clientId,
      Clock clock,
      StageObserver observer,
      Duration patience,
      int waiting) {
    this(
        new KafkaProducer<>(
            properties(connection, clientId, patience),
            new StringSerializer(),
            new ByteArraySerializer()),
        clock,
        observer,
        waiting);
  }

  ConfirmedPublisher(
      Producer<String, byte[]> producer, Clock clock, StageObserver observer, int waiting) {
    this.producer = producer;
    this.clock = clock;
    this.observer = observer;
    this.watch = observer.watch(producer);
    this.sender =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(waiting),
            Thread.ofPlatform().name("api-sender").daemon().factory());
  }

  /**
   * Sends everything. The future ends when brokers have acknowledged all of it, or with a {@link
   * PublishException}; then a part may be published, and sending the same again doubles nothing.
   */
  public CompletableFuture<Void> publish(List<? extends SourceItem> items) {
    List<Outgoing> outgoing =
        items.stream().map(item -> Outgoing.of(item, clock.instant())).toList();
    CompletableFuture<Void> result = new CompletableFuture<>();
    if (outgoing.stream().allMatch(each -> each.message() == null)) {
      count(outgoing);
      result.complete(null);
      return result;
    }
    if (!gate.enter()) {
      result.completeExceptionally(
          refused(new KafkaException("brokers did not acknowledge the last record")));
      return result;
    }
    CompletableFuture<Void> settled =
        result.whenComplete((done, failure) -> settle(outgoing, failure));
    try {
      sender.execute(() -> send(outgoing, result));
    } catch (RejectedExecutionException e) {
      result.completeExceptionally(
          refused(new RejectedExecutionException("too many wait already", e)));
    }
    return settled;
  }

  /** Why nothing can be published at the moment. */
  public Optional<String> failing() {
    return gate.failedWithin(REMEMBERED)
        ? Optional.of("brokers did not acknowledge the last record")
        : Optional.empty();
  }

  @Override
  public void close() {
    sender.shutdown();
    try {
      var unused = sender.awaitTermination(LONGEST_BLOCK.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    sender.shutdownNow();
    watch.close();
    producer.close(LONGEST_BLOCK);
  }

  private void send(List<Outgoing> outgoing, CompletableFuture<Void> result) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    try {
      for (Outgoing each : outgoing) {
        if (each.message() != null) {
          CompletableFuture<Void> acknowledged = new CompletableFuture<>();
          sent.add(acknowledged);
          var unused =
              producer.send(
                  each.message(),
                  (metadata, failure) -> {
                    if (failure == null) {
                      acknowledged.complete(null);
                    } else {
                      acknowledged.completeExceptionally(failure);
                    }
                  });
        }
      }
      var unused =
          CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new))
              .whenComplete(
                  (done, failure) -> {
                    if (failure == null) {
                      result.complete(null);
                    } else {
                      result.completeExceptionally(new PublishException(topic(outgoing), failure));
                    }
                  });
    } catch (KafkaException | IllegalStateException e) {
      result.completeExceptionally(new PublishException(topic(outgoing), e));
    }
  }

  private void settle(List<Outgoing> outgoing, @Nullable Throwable failure) {
    if (failure == null) {
      gate.succeeded();
      count(outgoing);
    } else if (RequestFailure.in(failure).isPresent()) {
      gate.undecided();
    } else {
      gate.failed();
    }
  }

  private void count(List<Outgoing> outgoing) {
    for (Outgoing each : outgoing) {
      observer.settled(each.outcome(), 1);
      if (each.letter() != null) {
        observer.deadLettered(each.letter().reason());
      }
    }
  }

  private static String topic(List<Outgoing> outgoing) {
    return outgoing.stream()
        .flatMap(each -> Optional.ofNullable(each.message()).stream())
        .map(message -> message.topic())
        .findFirst()
        .orElse(Topics.RAW.name());
  }

  private static PublishException refused(Exception why) {
    return new PublishException(Topics.RAW.name(), why);
  }

  private static Map<String, Object> properties(
      KafkaConnection connection, String clientId, Duration patience) {
    int millis = Math.toIntExact(patience.toMillis());
    Map<String, Object> config = new HashMap<>(connection.producer(clientId));
    config.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, LONGEST_BLOCK.toMillis());
    config.put(ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, millis);
    config.put(ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, millis / 2);
    config.put(ProducerConfig.RECONNECT_BACKOFF_MAX_MS_CONFIG, 500);
    config.put(ProducerConfig.BUFFER_MEMORY_CONFIG, BUFFER_BYTES);
    return config;
  }
}
