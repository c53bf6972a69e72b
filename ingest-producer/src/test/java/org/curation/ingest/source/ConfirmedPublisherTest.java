package org.curation.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.BufferExhaustedException;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.awaitility.Awaitility;
import org.curation.service.metrics.StageObserver;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ConfirmedPublisherTest {
  private static final List<SourceItem> ONE = List.of(new SourceItem.OfferingWithdrawn(1));

  private final MockProducer<String, byte[]> producer =
      new MockProducer<>(false, null, new StringSerializer(), new ByteArraySerializer());
  private final ConfirmedPublisher publisher =
      new ConfirmedPublisher(producer, Clock.systemUTC(), StageObserver.NONE, 1);

  @AfterEach
  void close() {
    publisher.close();
  }

  @Test
  void shouldStayReadyWhenOneRecordIsToBlame() {
    // Given
    List<RuntimeException> failures =
        List.of(
            new RecordTooLargeException("too large"),
            new SerializationException("not writable"),
            new BufferExhaustedException("full"));

    // When
    List<Throwable> told =
        failures.stream().map(failure -> failed(publisher.publish(ONE), failure)).toList();

    // Then
    assertThat(told)
        .allSatisfy(problem -> assertThat(problem).hasCauseInstanceOf(PublishException.class));
    assertThat(publisher.failing()).isEmpty();
    CompletableFuture<Void> next = publisher.publish(ONE);
    completeNext();
    assertThat(next).succeedsWithin(5, TimeUnit.SECONDS);
  }

  @Test
  void shouldShutTheGateWhenBrokersFailAndOpenItAgain() {
    // When
    Throwable told = failed(publisher.publish(ONE), new TimeoutException("no word"));

    // Then
    assertThat(told).hasCauseInstanceOf(PublishException.class);
    assertThat(publisher.failing()).isPresent();

    // When
    Throwable tried = failed(publisher.publish(ONE), new RecordTooLargeException("too large"));
    CompletableFuture<Void> next = publisher.publish(ONE);
    completeNext();

    // Then
    assertThat(tried).hasCauseInstanceOf(PublishException.class);
    assertThat(next)
        .as("the one that failed left the gate free")
        .succeedsWithin(5, TimeUnit.SECONDS);
    assertThat(publisher.failing()).isEmpty();
  }

  @Test
  void shouldStayReadyWhenTooManyWait() {
    // Given
    publisher.close();

    // When: nobody sends any more
    CompletableFuture<Void> refused = publisher.publish(ONE);

    // Then
    assertThat(catchThrowable(refused::join)).hasCauseInstanceOf(PublishException.class);
    assertThat(RequestFailure.in(catchThrowable(refused::join))).isPresent();
    assertThat(publisher.failing()).isEmpty();
  }

  private Throwable failed(CompletableFuture<Void> answer, RuntimeException failure) {
    Awaitility.await().until(() -> producer.errorNext(failure));
    return catchThrowable(answer::join);
  }

  private void completeNext() {
    Awaitility.await().until(producer::completeNext);
  }
}
