package org.curation.ingest.capture;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.curation.ingest.capture.CaptureBatch.Forgotten;
import org.curation.ingest.capture.CaptureBatch.Letter;
import org.curation.ingest.capture.CaptureBatch.Result;
import org.curation.ingest.capture.HostQueue.Plan;
import org.curation.ingest.capture.Visits.Ended;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;

/**
 * The worker's rounds: read requests, begin what is due, take in what has ended, tell it. What is
 * told counts as done only when it is committed; after a failure everything is read again. Belongs
 * to one thread.
 */
final class CaptureRounds implements ConsumerRebalanceListener, HealthReading.Reader {
  private static final long LONGEST_WAIT = 200;
  private static final long SHORT_WAIT = 20;

  private final Consumer<byte[], byte[]> consumer;
  private final TransactionalSender sender;
  private final HealthReading health;
  private final Visits visits;
  private final CapturePolicy policy;
  private final Clock clock;
  private final StageObserver observer;
  private final Timing timing;
  private final Schedule schedule;
  private final CaptureMemory memory;
  private CaptureBatch batch = new CaptureBatch();
  private boolean repeat;

  CaptureRounds(
      Consumer<byte[], byte[]> consumer,
      TransactionalSender sender,
      HealthReading health,
      Visits visits,
      CapturePolicy policy,
      Clock clock,
      StageObserver observer,
      LinkCounts counts) {
    this.consumer = consumer;
    this.sender = sender;
    this.health = health;
    this.visits = visits;
    this.policy = policy;
    this.clock = clock;
    this.observer = observer;
    this.timing = new Timing(policy);
    this.schedule = new Schedule(policy);
    this.memory = new CaptureMemory(timing, schedule, counts);
  }

  void subscribe() {
    consumer.subscribe(List.of(Topics.CAPTURE_REQUESTS.name()), this);
  }

  /** One round; tells whether there is nothing more to do now. */
  boolean round() {
    sender.open();
    if (repeat) {
      startOver();
    }
    repeat = true;
    for (ConsumerRecord<byte[], byte[]> message : consumer.poll(Duration.ofMillis(patience()))) {
      take(message);
    }
    load();
    begin();
    collect();
    tell(batch.isDue() || visits.inFlight() == 0);
    repeat = false;
    return isQuiet()
        && batch.isEmpty()
        && memory.settled(Set.of()).isEmpty()
        && !memory.isLoading();
  }

  /** Tells what is there; for the end. */
  void finish() {
    if (!repeat) {
      collect();
      tell(true);
    }
  }

  @Override
  public void onPartitionsAssigned(Collection<TopicPartition> fresh) {
    if (!fresh.isEmpty()) {
      memory.own(fresh, consumer);
      health.begin(fresh.stream().map(TopicPartition::partition).toList());
    }
  }

  /** What is on the way or not told yet is for the next owner to find out again. */
  @Override
  public void onPartitionsRevoked(Collection<TopicPartition> gone) {
    memory.disown(gone);
    health.leave(gone.stream().map(TopicPartition::partition).toList());
    gone.forEach(partition -> batch.drop(partition.partition()));
  }

  @Override
  public void read(int partition, String key, @Nullable Known known) {
    OwnedPartition owned = memory.find(requests(partition));
    if (owned != null) {
      owned.learn(key, known);
    }
  }

  @Override
  public void ended(int partition) {
    OwnedPartition owned = memory.find(requests(partition));
    if (owned != null) {
      owned.healthIsKnown();
    }
  }

  private void startOver() {
    Set<TopicPartition> assigned = consumer.assignment();
    onPartitionsRevoked(assigned);
    batch = new CaptureBatch();
    onPartitionsAssigned(assigned);
  }

  private boolean isQuiet() {
    return visits.inFlight() == 0 && !schedule.hasDue(clock.millis());
  }

  private long patience() {
    if (visits.inFlight() > 0 || health.isReading()) {
      return 0; // waits for what has ended, or for health, instead
    }
    if (!batch.isEmpty() || memory.isLoading()) {
      return SHORT_WAIT;
    }
    return Math.clamp(schedule.nextDue() - clock.millis(), 0, LONGEST_WAIT);
  }

  private void take(ConsumerRecord<byte[], byte[]> message) {
    OwnedPartition partition = memory.find(requests(message.partition()));
    if (partition == null) {
      return;
    }
    partition.passed(message.offset());
    switch (RequestReading.of(message)) {
      case RequestReading.Wanted wanted -> memory.put(partition, wanted.link());
      case RequestReading.Withdrawn withdrawn -> {
        if (memory.remove(partition, withdrawn.key())) {
          batch.add(new Forgotten(message.partition(), withdrawn.key()));
        }
      }
      case RequestReading.Unreadable unreadable -> {
        if (partition.isNews(message.offset())) {
          batch.add(new Letter(message.partition(), unreadable.letter()));
        }
      }
    }
  }

  private void load() {
    if (memory.isLoading()) {
      health.step(this);
      memory.load(consumer).forEach(batch::add);
    }
  }

  private void begin() {
    long now = clock.millis();
    while (visits.inFlight() < policy.concurrency()) {
      Optional<Plan> plan = schedule.next(now);
      if (plan.isEmpty()) {
        break;
      }
      visits.start(plan.get());
    }
    schedule.deferred().forEach(link -> putOff(link, clock.instant()));
  }

  /** Takes in what has ended, as long as it takes until something has to be told. */
  private void collect() {
    Ended ended = visits.await(visits.inFlight() > 0 && !batch.isDue() ? SHORT_WAIT : 0);
    while (ended != null) {
      take(ended);
      begin();
      ended = batch.isDue() ? null : visits.await(0);
    }
  }

  private void take(Ended ended) {
    Link link = ended.plan().link();
    Visit visit = ended.visit();
    long now = clock.millis();
    schedule.ended(link.host(), HostLesson.of(link.host(), visit.fetched(), now), now);
    if (ended.plan().isMeant()) {
      settle(link, HealthUpdate.of(link.request(), link.known(), visit, timing));
    }
  }

  /** The host of a request is left alone: a request that waited too long ends here. */
  private void putOff(Link link, Instant now) {
    Instant patient = Instant.ofEpochMilli(link.place().timestamp()).plus(policy.patience());
    if (link.awaited() && now.isAfter(patient)) {
      String reason = "%s has not answered for too long".formatted(link.host());
      settle(
          link,
          HealthUpdate.givenUp(link.request(), link.known(), Visit.failed(reason, now), timing));
    } else {
      settled(link);
    }
  }

  private void settle(Link link, HealthUpdate update) {
    batch.add(new Result(link.place(), link.awaited(), update.health(), update.answer()));
    memory.learned(link, Known.of(update.health()));
    settled(link);
  }

  private void settled(Link link) {
    OwnedPartition partition = memory.find(requests(link.place().partition()));
    if (partition != null) {
      partition.settled(link);
    }
  }

  private void tell(boolean due) {
    Set<Integer> told =
        Stream.of(
                batch.results().stream().map(result -> result.place().partition()),
                batch.forgotten().stream().map(Forgotten::partition),
                batch.letters().stream().map(Letter::partition))
            .flatMap(partitions -> partitions)
            .collect(Collectors.toSet());
    // A partition's offset goes along even if it stands still: it shows who does not own it.
    Map<TopicPartition, OffsetAndMetadata> offsets = memory.settled(told);
    if (!due || offsets.isEmpty()) {
      return;
    }
    long start = System.nanoTime();
    sender.commit(batch, offsets, consumer.groupMetadata());
    memory.committed(offsets);
    CaptureBatch done = batch;
    batch = new CaptureBatch();
    if (!done.isEmpty()) {
      observer.took(Duration.ofNanos(System.nanoTime() - start));
      done.tell(observer, clock.instant());
    }
  }

  private static TopicPartition requests(int partition) {
    return new TopicPartition(Topics.CAPTURE_REQUESTS.name(), partition);
  }
}
