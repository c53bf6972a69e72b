package org.curation.service.program;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class StartFailureTest {
  private static final String SETTINGS = "Check the keys under kafka";

  @Test
  void shouldNameTheKeyThatTellsInstancesApart() {
    // When
    List<String> texts =
        List.of(
            StartFailure.text("capture", new FencedInstanceIdException("static member")),
            StartFailure.text(
                "enrich", new KafkaException("wrapped", new ProducerFencedException("epoch"))));

    // Then
    assertThat(texts)
        .allSatisfy(
            text ->
                assertThat(text)
                    .startsWith("Another ")
                    .contains("runs on this cluster", "Stop one of them")
                    .doesNotContain(SETTINGS));
    assertThat(texts.get(0)).contains("capture.instance");
    assertThat(texts.get(1)).contains("enrich.instance");
    assertThat(StartFailure.text("sink", new FencedInstanceIdException("x")))
        .contains("Only one may run")
        .doesNotContain("sink.instance");
  }

  @Test
  void shouldBlameSettingsOnlyForWhatTheyDid() {
    // When
    String settings =
        StartFailure.text(
            "sink",
            new KafkaException("Failed to construct kafka consumer", new ConfigException("bad")));
    String other = StartFailure.text("sink", new TimeoutException("no answer in 3 s"));

    // Then
    assertThat(settings).contains("bad", SETTINGS);
    assertThat(other).isEqualTo("sink can't start: no answer in 3 s.");
  }
}
