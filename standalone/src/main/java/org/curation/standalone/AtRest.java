package org.curation.standalone;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.curation.enrich.EnrichService;
import org.curation.ingest.capture.CaptureWorker;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.curation.sink.SinkWriter;

/**
 * Waits until a pipeline is at rest: each group has read every committed record of its inputs,
 * twice in a row, no end moved in between, and no capture is due now.
 */
final class AtRest {
  /** A consumer group and what it reads. */
  record Group(String name, List<String> topics) {}

  static final Group ENRICH =
      new Group(
          EnrichService.APPLICATION_ID,
          List.of(
              Topics.OFFERINGS.name(),
              Topics.OFFERING_CHANGES.name(),
              Topics.OFFERING_ROUNDS.name(),
              Topics.RAW.name(),
              Topics.IDENTITIES.name(),
              Topics.CAPTURES.name(),
              Topics.CLAIMS.name(),
              Topics.CLAIM_RESULTS.name()));
  static final Group CAPTURE =
      new Group(CaptureWorker.GROUP, List.of(Topics.CAPTURE_REQUESTS.name()));

  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

  private final KafkaConnection connection;
  private final List<Group> groups;
  private final BooleanSupplier idle;
  private final Supplier<Optional<Throwable>> failure;

  /**
   * Watches some groups.
   *
   * @param idle whether no service has something to do that offsets don't show, such as a capture
   *     that is due
   * @param failure why a service stopped, which ends the wait
   */
  AtRest(
      KafkaConnection connection,
      List<Group> groups,
      BooleanSupplier idle,
      Supplier<Optional<Throwable>> failure) {
    this.connection = connection;
    this.groups = List.copyOf(groups);
    this.idle = idle;
    this.failure = failure;
  }

  static Group sink(String store) {
    return new Group(SinkWriter.groupOf(store), List.of(Topics.DOCUMENTS.name()));
  }

  /**
   * Returns when all is at rest.
   *
   * @throws IllegalStateException when a service stopped by itself or the broker does not answer
   */
  void await() throws InterruptedException {
    try (GroupLag lag = new GroupLag(connection)) {
      Map<TopicPartition, Long> before = Map.of();
      while (true) {
        failure
            .get()
            .ifPresent(
                problem -> {
                  throw problem instanceof UserError mistake
                      ? mistake
                      : new IllegalStateException("a service stopped: " + problem, problem);
                });
        Optional<Map<TopicPartition, Long>> quiet = look(lag);
        if (quiet.isPresent() && quiet.get().equals(before)) {
          return;
        }
        before = quiet.orElse(Map.of());
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(BETWEEN_LOOKS.toMillis()));
      }
    } catch (ExecutionException e) {
      throw new IllegalStateException("the broker does not tell offsets: " + e.getCause(), e);
    }
  }

  /** The ends of all inputs when every group has read them, else nothing. */
  private Optional<Map<TopicPartition, Long>> look(GroupLag lag)
      throws InterruptedException, ExecutionException {
    Map<TopicPartition, Long> all = new HashMap<>();
    for (Group group : groups) {
      Map<TopicPartition, Long> ends = lag.ends(group.topics());
      all.putAll(ends);
      if (!lag.caughtUp(group.name(), ends)) {
        return Optional.empty();
      }
    }
    return idle.getAsBoolean() ? Optional.of(all) : Optional.empty();
  }
}
