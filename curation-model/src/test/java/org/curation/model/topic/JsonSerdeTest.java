package org.curation.model.topic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.model.Offering;
import org.curation.model.RawCuration;
import org.junit.jupiter.api.Test;

class JsonSerdeTest {
  private final JsonSerde<Offering> offerings = JsonSerde.of(Offering.class);

  @Test
  void shouldReadWhatItWrote() {
    // Given
    Offering offering = new Offering(7, "Kit – “one”", List.of("KLAS: Telehealth"));

    // When
    Offering read = offerings.read(offerings.write(offering));

    // Then
    assertThat(read).isEqualTo(offering);
  }

  @Test
  void shouldIgnoreUnknownFields() {
    assertThat(
            read("{\"offeringId\":1,\"label\":\"a\",\"categories\":[],\"price\":{\"eur\":3}}")
                .label())
        .isEqualTo("a");
  }

  @Test
  void shouldNameThePathOfAWrongType() {
    assertThatThrownBy(() -> read("{\"offeringId\":1,\"label\":\"a\",\"categories\":[\"x\",5]}"))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("Offering")
        .hasMessageContaining("$.categories[1]");
  }

  @Test
  void shouldNotCoerceTextToNumbers() {
    assertThatThrownBy(() -> read("{\"offeringId\":\"1\",\"label\":\"a\",\"categories\":[]}"))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("$.offeringId");
  }

  @Test
  void shouldNameWhatIsMissing() {
    assertThatThrownBy(() -> read("{\"offeringId\":1,\"categories\":[]}"))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("label");
    assertThatThrownBy(() -> read("{\"label\":\"a\",\"categories\":[]}"))
        .isInstanceOf(SerializationException.class)
        .hasMessageContaining("offeringId");
  }

  @Test
  void shouldRejectWhatIsNotOneJsonValue() {
    for (String text : List.of("", "{", "null", "[]", "{} {}", "{\"offeringId\":1")) {
      assertThatThrownBy(() -> read(text)).as(text).isInstanceOf(SerializationException.class);
    }
  }

  @Test
  void shouldRejectDeepNestingWithoutAStackOverflow() {
    // Given
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    String raw =
        "{\"id\":\"open-project:1\",\"event\":\"UPDATED\",\"version\":{\"incarnation\":0,\"number\":1},\"receivedAt\":\"2024-01-01T00:00:00Z\",\"origin\":\"x\",\"payload\":"
            + deep
            + "}";

    // When / Then
    assertThatThrownBy(
            () -> JsonSerde.of(RawCuration.class).read(raw.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(SerializationException.class);
  }

  @Test
  void shouldKeepPayloadsVerbatim() {
    // Given
    String raw =
        "{\"id\":\"open-project:1\",\"event\":\"UPDATED\",\"version\":{\"incarnation\":0,\"number\":1},\"receivedAt\":\"2024-01-01T00:00:00Z\",\"origin\":\"x\",\"payload\":{\"z\":1.10,\"a\":12345678901234567890,\"n\":null}}";
    JsonSerde<RawCuration> serde = JsonSerde.of(RawCuration.class);

    // When
    RawCuration read = serde.read(raw.getBytes(StandardCharsets.UTF_8));

    // Then
    assertThat(new String(serde.write(read), StandardCharsets.UTF_8))
        .contains("{\"z\":1.10,\"a\":12345678901234567890,\"n\":null}");
  }

  private Offering read(String json) {
    return offerings.read(json.getBytes(StandardCharsets.UTF_8));
  }
}
