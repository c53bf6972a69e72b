package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.streams.KeyValue;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationContext;
import org.curation.model.RawCuration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CancelledRequestTest {
  @TempDir Path folder;

  @SuppressWarnings("NullAway.Init")
  private TopologyFixture pipeline;

  @BeforeEach
  void open() throws IOException {
    pipeline = new TopologyFixture(folder);
  }

  @AfterEach
  void close() {
    pipeline.close();
  }

  @Test
  void shouldTakeBackEveryRequestOfAnItemThatIsDeleted() {
    // Given
    pipeline.raw(Given.community(1, 1, "Sleep Well"));
    assertThat(pipeline.requestsByKey()).hasSize(2);

    // When
    pipeline.raw(Given.deletion(1, 2));
    List<KeyValue<String, CaptureRequest>> cancelled = pipeline.requestsByKey();
    pipeline.raw(Given.deletion(1, 3));

    // Then
    assertThat(cancelled)
        .allSatisfy(each -> assertThat(each.value).isNull())
        .extracting(each -> each.key)
        .containsExactly("open-project:1|featured-image", "open-project:1|page");
    assertThat(pipeline.requestsByKey()).isEmpty();
  }

  @Test
  void shouldTakeARequestBackBeforeItAsksAnotherHost() {
    // Given
    pipeline.raw(Given.community(1, 1, "Sleep Well"));
    pipeline.requestsByKey();

    // When
    pipeline.raw(linkedTo(Given.community(1, 2, "Sleep Well"), "https://www.sleep.example.org/b"));
    List<KeyValue<String, CaptureRequest>> sameHost = pipeline.requestsByKey();
    pipeline.raw(linkedTo(Given.community(1, 3, "Sleep Well"), "https://other.example.org/b"));
    List<KeyValue<String, CaptureRequest>> otherHost = pipeline.requestsByKey();

    // Then
    assertThat(sameHost).singleElement().satisfies(each -> assertThat(each.value).isNotNull());
    assertThat(otherHost).hasSize(2);
    assertThat(otherHost.get(0).value).isNull();
    assertThat(otherHost.get(1).value.url()).isEqualTo("https://other.example.org/b");
  }

  private static RawCuration linkedTo(RawCuration record, String url) {
    CurationContext context = Objects.requireNonNull(record.context());
    Map<String, JsonNode> fields = new HashMap<>(Objects.requireNonNull(context.fields()));
    fields.put("cleanUrl", TextNode.valueOf(url));
    return Given.with(
        record,
        new CurationContext(
            fields,
            context.project(),
            context.type(),
            context.status(),
            context.author(),
            context.attachments(),
            null));
  }
}
