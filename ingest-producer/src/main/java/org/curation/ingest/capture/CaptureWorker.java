package org.curation.ingest.capture;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.CooperativeStickyAssignor;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.model.LinkHealth;
import org.curation.service.AnotherInstance;
import org.curation.service.KafkaConnection;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers capture requests on a thread of its own, many at once, and looks at links again when they
 * are due. Images, captures, how the links are, and how far requests were answered are committed
 * together. Outages are waited out; what can't be mended by waiting stops the worker and shows in
 * {@link #failure}.
 */
public final class CaptureWorker implements AutoCloseable {
  /** The consumer group of all workers. */
  public static final String GROUP = "curation-capture";

  private static final Logger LOG = LoggerFactory.getLogger(CaptureWorker.class);
  private static final long FIRST_PAUSE_MILLIS = 100;
  private static final long LONGEST_PAUSE_MILLIS = 10_000;
  private static final Duration ROUND = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SESSION_MILLIS = 10_000;
  private static final int RECORDS_AT_ONCE = 2000;

  private final KafkaConnection connection;
  private final Supplier<Producer<String, byte[]>> producers;
  private final Fetcher fetcher;
  private final CapturePolicy policy;
  private final Clock clock;
  private final StageObserver observer;
  private final String instance;
  private final Thread thread;
  private final LinkCounts counts = new LinkCounts();
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final AtomicReference<Throwable> failure = new AtomicReference<>();
  private final AtomicReference<Consumer<byte[], byte[]>> polling = new AtomicReference<>();
  private volatile boolean busy;
  private volatile @Nullable String trouble = "no round is done yet";

  /** The only worker of its cluster, answering from recordings. */
  public CaptureWorker(KafkaConnection connection, Fetcher fetcher, Clock clock) {
    this(connection, fetcher, clock, "0");
  }

  /**
   * One of several workers, answering from recordings.
   *
   * @param clock says when something was captured
   * @param instance a name that no other worker has; a second one of the same name stops the first
   */
  public CaptureWorker(KafkaConnection connection, Fetcher fetcher, Clock clock, String instance) {
    this(connection, fetcher, clock, instance, StageObserver.NONE);
  }

  /** The same with an observer. */
  public CaptureWorker(
      KafkaConnection connection,
      Fetcher fetcher,
      Clock clock,
      String instance,
      StageObserver observer) {
    this(connection, fetcher, CapturePolicy.recorded(), clock, instance, observer);
  }

  /** The same, going about its work as told. */
  public CaptureWorker(
      KafkaConnection connection,
      Fetcher fetcher,
      CapturePolicy policy,
      Clock clock,
      String instance,
      StageObserver observer) {
    this(
        connection,
        () -> producer(connection, GROUP + "-" + instance),
        fetcher,
        policy,
        clock,
        instance,
        observer);
  }

  CaptureWorker(
      KafkaConnection connection,
      Supplier<Producer<String, byte[]>> producers,
      Fetcher fetcher,
      CapturePolicy policy,
      Clock clock,
      String instance,
      StageObserver observer) {
    this.observer = observer;
    this.connection = connection;
    this.producers = producers;
    this.fetcher = fetcher;
    this.policy = policy;
    this.clock = clock;
    this.instance = instance;
    this.thread = new Thread(this::work, "capture-worker-" + instance);
    thread.setUncaughtExceptionHandler(
        (dead, cause) -> {
          failure.set(cause);
          busy = false;
          // That another one came needs no stack trace.
          AnotherInstance.explained("capture", cause)
              .ifPresentOrElse(
                  why -> LOG.atError().log("the capture worker {} stopped: {}", instance, why),
                  () -> LOG.atError().setCause(cause).log("the capture worker stopped"));
        });
  }

  /** Begins to work. May be called once. */
  public void start() {
    thread.start();
  }

  /** Why the worker stopped by itself; empty while it works or after it was closed. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure.get());
  }

  /** Why the worker makes no progress; empty while it does. */
  public Optional<String> failing() {
    return Optional.ofNullable(trouble);
  }

  /** How many links of the partitions that this worker owns are in a condition. */
  public int links(LinkHealth.Condition condition) {
    return counts.of(condition);
  }

  /**
   * Whether nothing is on the way and nothing is due. Others may be waiting in the topic: the
   * group's lag tells.
   */
  public boolean idle() {
    return !busy;
  }

  /** Tells what is there and stops; what is on the way is left for the next worker. */
  @Override
  public void close() {
    stopping.countDown();
    if (thread.getState() == Thread.State.NEW) {
      return;
    }
    try {
      if (thread.join(ROUND)) {
        return;
      }
      Consumer<byte[], byte[]> consumer = polling.get();
      if (consumer != null) {
        consumer.wakeup();
      }
      if (!thread.join(PATIENCE)) {
        thread.interrupt();
        thread.join();
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void work() {
    // Closed last: a consumer that closes still tells which partitions it leaves.
    try (HealthReading health = new HealthReading(connection, "capture-health-" + instance);
        Consumer<byte[], byte[]> consumer = consumer();
        StageObserver.Watch watch = observer.watch(consumer);
        TransactionalSender sender = new TransactionalSender(producers, clock);
        Visits visits = new Visits(fetcher, clock)) {
      polling.set(consumer);
      CaptureRounds rounds =
          new CaptureRounds(consumer, sender, health, visits, policy, clock, observer, counts);
      rounds.subscribe();
      long pause = FIRST_PAUSE_MILLIS;
      while (!isStopping()) {
        try {
          busy = !rounds.round();
          pause = FIRST_PAUSE_MILLIS;
          trouble = null;
        } catch (WakeupException | InterruptException stop) {
          throw stop;
        } catch (KafkaException e) {
          if (TransactionalSender.isFatal(e)) {
            throw e;
          }
          trouble = "answers were not committed: " + e;
          pause = waitOut(e, pause);
        }
      }
      rounds.finish();
    } catch (KafkaException e) {
      if (!isStopping()) {
        throw e;
      }
      LOG.atInfo().log("stopped before everything was told: {}", e.toString());
    } finally {
      busy = false;
    }
  }

  private long waitOut(KafkaException e, long pause) {
    LOG.atWarn()
        .addKeyValue("pauseMillis", pause)
        .log("answers to capture requests were not committed, trying again: {}", e.toString());
    try {
      var unused = stopping.await(pause, TimeUnit.MILLISECONDS);
    } catch (InterruptedException interrupted) {
      throw new InterruptException(interrupted);
    }
    return Math.min(2 * pause, LONGEST_PAUSE_MILLIS);
  }

  private boolean isStopping() {
    return stopping.getCount() == 0;
  }

  private Consumer<byte[], byte[]> consumer() {
    Map<String, Object> config = connection.consumer("capture-worker-" + instance, GROUP);
    config.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, RECORDS_AT_ONCE);
    config.put(
        ConsumerConfig.PARTITION_ASSIGNMENT_STRATEGY_CONFIG,
        CooperativeStickyAssignor.class.getName());
    // A worker that comes back after a crash takes its place at once.
    config.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, instance);
    config.putIfAbsent(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, SESSION_MILLIS);
    return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  private static Producer<String, byte[]> producer(KafkaConnection connection, String name) {
    return new KafkaProducer<>(
        connection.transactionalProducer(name, name),
        new StringSerializer(),
        new ByteArraySerializer());
  }
}
