package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.apache.kafka.streams.test.TestRecord;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.RawCuration;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A record that comes back from the dead letters. */
class RedrivenRecordTest {
  @TempDir Path state;

  @Test
  void shouldGetALetterOfItsOwnWhenItFailsAgain() {
    try (TopologyFixture pipeline =
        new TopologyFixture(state, SiteConfiguration.load(Path.of("..", "site")))) {
      // Given
      RawCuration raw = Given.workPackage(1, 1, "Budget", "internal-ops", "Operations");
      pipeline.raw(raw);
      String first = only(pipeline.letters()).key();

      // When
      pipeline.redriven(raw, first, 1);

      // Then
      TestRecord<String, byte[]> second = only(pipeline.letters());
      assertThat(second.key()).isNotEqualTo(first);
      assertThat(header(second, DeadLetterHeaders.DECISION)).isEqualTo("null");
      assertThat(header(second, DeadLetterHeaders.REDRIVE_COUNT)).isEqualTo("1");
      assertThat(header(second, DeadLetterHeaders.REDRIVE_OF)).isEqualTo(first);
      assertThat(header(second, DeadLetterHeaders.FIRST_FAILURE)).isEqualTo("2024-01-01T00:00:00Z");

      // When the same arrives without having been redriven, nothing is new
      pipeline.raw(raw);
      assertThat(pipeline.letters()).isEmpty();

      // When a redriven older letter fails, the newer one stays the one that counts
      pipeline.redriven(raw, first, 1);
      assertThat(pipeline.letters()).isEmpty();
    }
  }

  private static String header(TestRecord<String, byte[]> message, String name) {
    return String.valueOf(EventHeaders.read(message.headers(), name));
  }

  private static <T> T only(List<T> all) {
    assertThat(all).hasSize(1);
    return all.get(0);
  }
}
