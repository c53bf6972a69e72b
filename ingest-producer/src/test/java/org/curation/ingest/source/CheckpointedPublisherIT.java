package org.curation.ingest.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Clock;
import java.util.List;
import org.curation.embedded.testing.TestBroker;
import org.curation.service.metrics.StageObserver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CheckpointedPublisherIT {
  private static final List<SourceItem> ONE = List.of(new SourceItem.OfferingWithdrawn(1));

  @Test
  void shouldSayThatAnotherOneReadsTheSourceAndGoOnWhenItIsGone() {
    // Given
    try (TestBroker broker = TestBroker.start()) {
      broker.createTopics(1);
      try (CheckpointedPublisher first = publisher(broker)) {
        first.open();
        first.publish(ONE, null);

        // When
        try (CheckpointedPublisher second = publisher(broker)) {
          second.open();
          second.publish(ONE, null);
        }
        Throwable problem = catchThrowable(() -> first.publish(ONE, null));

        // Then
        assertThat(problem)
            .isInstanceOf(PublishException.class)
            .hasMessageContaining("Another ingest reads the-source on this cluster")
            .hasMessageContaining("stop one of them");
        assertThat(catchThrowable(() -> first.publish(ONE, null))).isNull();
      }
    }
  }

  private static CheckpointedPublisher publisher(TestBroker broker) {
    return new CheckpointedPublisher(
        broker.connection(), "the-source", Clock.systemUTC(), StageObserver.NONE);
  }
}
