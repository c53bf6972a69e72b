package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.curation.model.CaptureKey;
import org.curation.model.LinkHealth;
import org.curation.model.LinkHealth.Condition;
import org.curation.model.LinkHealth.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LinkStateTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

  @Test
  void shouldTellWhatIsGoneFromWhatIsNotRecorded() {
    assertThat(state(Condition.GONE, Outcome.GONE, 410)).isEqualTo(LinkState.GONE);
    assertThat(state(Condition.GONE, Outcome.GAVE_UP, null)).isEqualTo(LinkState.GONE);
    assertThat(state(Condition.GONE, Outcome.GONE, null)).isEqualTo(LinkState.UNRECORDED);
  }

  @ParameterizedTest
  @EnumSource(names = "GONE", mode = EnumSource.Mode.EXCLUDE)
  void shouldCallAllElseByItsCondition(Condition condition) {
    assertThat(state(condition, Outcome.CAPTURED, null).name()).isEqualTo(condition.name());
  }

  private static LinkState state(Condition condition, Outcome outcome, @Nullable Integer status) {
    return LinkState.of(
        new LinkHealth(
            CaptureKey.parse("open-project:1|page"),
            1,
            "https://example.org/",
            condition,
            NOW,
            outcome,
            null,
            status,
            null,
            NOW,
            null,
            0,
            null,
            null,
            null));
  }
}
