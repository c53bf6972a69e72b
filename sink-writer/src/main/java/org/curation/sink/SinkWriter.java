package org.curation.sink;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.curation.service.metrics.StageObserver;
import org.curation.sink.store.PublishingStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes {@code curation.documents} to one publishing store, on threads of its own. Positions live
 * in the store, so nothing is lost or done twice whenever it is stopped, and however. Safe for use
 * by threads.
 */
public final class SinkWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SinkWriter.class);
  private static final Duration BATCH_IN_HAND = Duration.ofSeconds(60);
  private static final Duration LAST_CALL = Duration.ofSeconds(5);

  private final KafkaConnection connection;
  private final PublishingStore store;
  private final Clock clock;
  private final StageObserver observer;
  private final Closing closing = new Closing();
  private final Outages outages = new Outages(Backoff.standard(), closing);
  private @Nullable Thread thread;
  private volatile @Nullable Throwable failure;
  private volatile @Nullable DocumentLoop loop;

  /**
   * A writer that does nothing yet.
   *
   * @param store stays the caller's to close, after this writer
   * @param clock for publication times and latencies
   */
  public SinkWriter(KafkaConnection connection, PublishingStore store, Clock clock) {
    this(connection, store, clock, StageObserver.NONE);
  }

  /** The same with an observer. */
  public SinkWriter(
      KafkaConnection connection, PublishingStore store, Clock clock, StageObserver observer) {
    this.observer = observer;
    this.connection = connection;
    this.store = store;
    this.clock = clock;
  }

  /** The consumer group that writes to a store. */
  public static String groupOf(String store) {
    return "curation-sink-" + store;
  }

  /**
   * Starts reading and returns at once. The consumer group is {@code curation-sink-<store name>}.
   *
   * @throws org.apache.kafka.common.KafkaException when the connection settings are not usable
   * @throws IllegalStateException when it was started before
   */
  public synchronized void start() {
    if (thread != null || closing.wished()) {
      throw new IllegalStateException("a sink writer is started once");
    }
    SinkClients clients = SinkClients.open(connection, groupOf(store.name()));
    thread = new Thread(() -> run(clients), "sink-" + store.name());
    thread.start();
  }

  /** What ended the writer, if something did; outages don't, they are waited out. */
  public Optional<Throwable> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * Whether reading has begun. Before, the group's offsets may be those of an earlier life of the
   * store and say nothing about what it holds.
   */
  public boolean reading() {
    DocumentLoop now = loop;
    return now != null && now.begun();
  }

  /** What the writer waits for, if it does. */
  public Optional<Outage> outage() {
    return outages.now();
  }

  /**
   * Finishes the batch in hand and stops. In an outage the batch is left for the next start
   * instead. A second call does nothing.
   */
  @Override
  public synchronized void close() {
    closing.wish();
    if (thread == null) {
      return;
    }
    try {
      if (!thread.join(BATCH_IN_HAND)) {
        LOG.atWarn().log("the batch in hand takes too long; it is left for the next start");
        thread.interrupt();
        thread.join(LAST_CALL);
      }
    } catch (InterruptedException e) {
      thread.interrupt();
      Thread.currentThread().interrupt();
    }
  }

  private void run(SinkClients clients) {
    ExecutorService worker =
        Executors.newSingleThreadExecutor(
            work -> {
              Thread each = new Thread(work, "sink-" + store.name() + "-store");
              each.setDaemon(true);
              return each;
            });
    try (clients;
        StageObserver.Watch watched = observer.watch(clients.documents());
        StageObserver.Watch writing = observer.watch(clients.producer())) {
      try {
        DocumentLoop reading = loop(clients, worker);
        loop = reading;
        reading.run();
      } finally {
        end(worker);
      }
    } catch (GivenUpException e) {
      LOG.atInfo().log("stopped: {}", e.getMessage());
    } catch (InterruptedException | InterruptException e) {
      LOG.atWarn().log("interrupted; the batch in hand is left for the next start");
    } catch (UserError e) {
      failure = e;
      LOG.atError().log("the sink stopped: {}", e.getMessage());
    } catch (Throwable e) {
      failure = e;
      LOG.atError().setCause(e).log("the sink stopped");
    }
  }

  /** The worker uses the clients, so they are closed after it ended. */
  private static void end(ExecutorService worker) throws InterruptedException {
    worker.shutdownNow();
    if (!worker.awaitTermination(LAST_CALL.toMillis(), TimeUnit.MILLISECONDS)) {
      LOG.atWarn().log("the store does not answer; leaving it alone");
    }
  }

  private DocumentLoop loop(SinkClients clients, ExecutorService worker) {
    Cluster cluster = new Cluster(clients.admin());
    LogScan log = new LogScan(clients.log(), cluster, closing);
    BatchWriter batches =
        new BatchWriter(
            store,
            new DocumentImages(store, new ImageLog(log, cluster), log, cluster),
            new Outbox(clients.producer()),
            new SinkLetters(clock),
            OpenRefusals.of(connection),
            new PublicationRecords(store.name(), clock),
            new Successors(store, log, cluster),
            outages,
            new SinkObservation(observer, clock));
    Partitions partitions = new Partitions(clients.documents());
    return new DocumentLoop(
        clients.documents(),
        partitions,
        new PollWhileWorking(clients.documents(), partitions, worker),
        () -> cluster.epoch(Topics.DOCUMENTS.name()),
        new StartFinder(store, log, closing)::find,
        batches::write,
        outages,
        closing);
  }
}
