package org.curation.enrich.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.util.List;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;

class PushedPayloadTest {
  @Test
  void shouldReadWhatWasPushed() throws JsonProcessingException {
    // Given
    String payload =
        """
        {"id":"x-1","title":" T ","link":"https://example.org/a","summary":"<p>S</p>","author":"A",
         "createdAt":"2026-01-01T00:00:00Z","type":"Article","status":"New",
         "project":{"identifier":"blog","name":"Blog"},"fields":{"mood":"good"},
         "topics":["a","b"],"tags":["t"," "],"image":"https://example.org/i.png"}
        """;

    // When
    Reading reading = read(payload);

    // Then
    CuratedItem item = ((Reading.Item) reading).item();
    assertThat(item.title()).isEqualTo("T");
    assertThat(item.sourceId().textValue()).isEqualTo("x-1");
    assertThat(item.link().original()).isEqualTo("https://example.org/a");
    assertThat(item.body()).isEqualTo("<p>S</p>");
    assertThat(item.project()).isEqualTo(new ProjectRef(null, "blog", "Blog"));
    assertThat(item.fields()).containsOnlyKeys("mood", "topics");
    assertThat(item.tags()).isEqualTo(List.of("t"));
    assertThat(item.image())
        .isEqualTo(new CuratedItem.ImageSource("https://example.org/i.png", ""));
  }

  @Test
  void shouldSayWhatIsMissing() throws JsonProcessingException {
    // Given
    List<String> payloads =
        List.of("{}", "{\"title\":\"T\"}", "{\"title\":\"T\",\"link\":\"ftp://x\"}");

    // When
    List<Reading> readings =
        List.of(read(payloads.get(0)), read(payloads.get(1)), read(payloads.get(2)));

    // Then
    assertThat(readings)
        .extracting(reading -> ((Reading.Unusable) reading).reason())
        .containsExactly("missing-title", "missing-link", "bad-link");
  }

  private static Reading read(String payload) throws JsonProcessingException {
    return Payloads.read(
        new RawCuration(
            new CurationId("blog", "x-1"),
            SourceEvent.CREATED,
            new Version(0, 1),
            null,
            Instant.EPOCH,
            "test",
            Json.mapper().readTree(payload),
            null));
  }
}
