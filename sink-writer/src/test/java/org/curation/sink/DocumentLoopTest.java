package org.curation.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.curation.model.topic.Topics;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class DocumentLoopTest {
  private static final TopicPartition PARTITION = new TopicPartition(Topics.DOCUMENTS.name(), 0);
  private static final Epoch OLD = new Epoch("cluster", "old topic");
  private static final Epoch NEW = new Epoch("cluster", "new topic");

  private final MockConsumer<byte[], byte[]> consumer =
      new MockConsumer<>("none") {
        @Override
        public synchronized void commitSync(
            Map<TopicPartition, OffsetAndMetadata> offsets, Duration timeout) {
          if (noCoordinator) {
            refusedCommits++;
            throw new KafkaException("no coordinator");
          }
          super.commitSync(offsets, timeout);
        }
      };
  private boolean noCoordinator;
  private int refusedCommits;
  private final Closing closing = new Closing();
  private final List<Epoch> starts = new CopyOnWriteArrayList<>();
  private final List<Batch> batches = new CopyOnWriteArrayList<>();
  private volatile Epoch present = OLD;
  private ExecutorService worker;

  @BeforeEach
  void open() {
    worker = Executors.newSingleThreadExecutor();
    consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
    consumer.updateEndOffsets(Map.of(PARTITION, 100L));
    consumer.schedulePollTask(() -> consumer.rebalance(List.of(PARTITION)));
  }

  @AfterEach
  void close() {
    worker.shutdownNow();
    consumer.close();
  }

  @Test
  void shouldReadFromWhereTheStoreSays() throws Exception {
    // Given
    consumer.schedulePollTask(() -> add(7));
    consumer.schedulePollTask(closing::wish);

    // When
    loop(new Start(7, CatchUp.none())).run();

    // Then
    assertThat(offsets()).containsExactly(7L);
    assertThat(batches.get(0).nextOffsets()).isEqualTo(Map.of(OLD.partition(0), 8L));
    assertThat(consumer.committed(Set.of(PARTITION)).get(PARTITION).offset()).isEqualTo(8);
  }

  @Test
  void shouldNotTakeRecordsOfANewTopicForThoseOfTheOld() throws Exception {
    // Given
    consumer.schedulePollTask(
        () -> {
          add(7);
          present = NEW;
        });
    consumer.schedulePollTask(() -> add(7));
    consumer.schedulePollTask(closing::wish);

    // When
    loop(new Start(7, CatchUp.none())).run();

    // Then
    assertThat(starts).containsExactly(OLD, NEW);
    assertThat(batches).extracting(Batch::epoch).containsExactly(NEW);
  }

  @Test
  void shouldLookForTheStartAgainWhenThePositionIsOutsideOfTheTopic() throws Exception {
    // Given
    consumer.updateBeginningOffsets(Map.of(PARTITION, 5L));
    List<Start> found = new ArrayList<>(List.of(new Start(2, CatchUp.none())));
    consumer.schedulePollTask(() -> found.set(0, new Start(5, CatchUp.none())));
    consumer.schedulePollTask(() -> add(5));
    consumer.schedulePollTask(closing::wish);

    // When
    loop((partition, epoch) -> found.get(0)).run();

    // Then
    assertThat(offsets()).containsExactly(5L);
  }

  @Test
  void shouldSetAsideWhatIsOvertakenUntilItHasCaughtUp() throws Exception {
    // Given
    CatchUp catchUp = new CatchUp(3, Map.of(ByteBuffer.wrap(TestLog.bytes("key")), 2L));
    consumer.schedulePollTask(
        () -> {
          for (long offset = 0; offset < 5; offset++) {
            add(offset);
          }
        });
    consumer.schedulePollTask(closing::wish);

    // When
    loop(new Start(0, catchUp)).run();

    // Then
    assertThat(offsets()).containsExactly(2L, 3L, 4L);
    assertThat(batches.get(0).overtaken())
        .extracting(ConsumerRecord::offset)
        .containsExactly(0L, 1L);
  }

  @Test
  void shouldWaitOutAnOutageWhileItLooksForTheStart() throws Exception {
    // Given
    List<Exception> failures = new ArrayList<>(List.of(new IOException("store is away")));
    consumer.schedulePollTask(() -> add(0));
    consumer.schedulePollTask(closing::wish);

    // When
    loop((partition, epoch) -> {
          if (!failures.isEmpty()) {
            throw (IOException) failures.remove(0);
          }
          return new Start(0, CatchUp.none());
        })
        .run();

    // Then
    assertThat(offsets()).containsExactly(0L);
    assertThat(failures).isEmpty();
  }

  @Test
  void shouldGoOnWhenOnlyTheGroupsOffsetsCanNotBeCommitted() throws Exception {
    // Given
    noCoordinator = true;
    consumer.schedulePollTask(() -> add(0));
    consumer.schedulePollTask(() -> add(1));
    consumer.schedulePollTask(closing::wish);

    // When
    loop(new Start(0, CatchUp.none())).run();

    // Then
    assertThat(offsets()).containsExactly(0L, 1L);
    assertThat(refusedCommits).isPositive();
  }

  @Test
  void shouldFailWhenABatchFailsForGood() {
    // Given
    consumer.schedulePollTask(() -> add(0));

    // When / Then
    assertThatThrownBy(
            () ->
                loop(
                        (partition, epoch) -> new Start(0, CatchUp.none()),
                        batch -> {
                          throw new IllegalStateException("a defect");
                        })
                    .run())
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("a defect");
  }

  private DocumentLoop loop(Start start) {
    return loop(
        (partition, epoch) -> {
          starts.add(epoch);
          return start;
        });
  }

  private DocumentLoop loop(DocumentLoop.Starts finder) {
    return loop(finder, batches::add);
  }

  private DocumentLoop loop(DocumentLoop.Starts finder, DocumentLoop.Batches writer) {
    Partitions partitions = new Partitions(consumer);
    return new DocumentLoop(
        consumer,
        partitions,
        new PollWhileWorking(consumer, partitions, worker),
        () -> present,
        finder,
        writer,
        new Outages(new Backoff(Duration.ofMillis(1), Duration.ofMillis(1)), closing),
        closing);
  }

  private void add(long offset) {
    consumer.addRecord(
        new ConsumerRecord<>(
            PARTITION.topic(), 0, offset, TestLog.bytes("key"), TestLog.bytes("value")));
  }

  private List<Long> offsets() {
    return batches.stream()
        .flatMap(batch -> batch.current().stream())
        .map(ConsumerRecord::offset)
        .toList();
  }
}
