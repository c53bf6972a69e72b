package org.curation.enrich.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;

class TopicNamesTest {
  @Test
  void shouldReadEveryShape() throws Exception {
    assertThat(TopicNames.read(Json.mapper().readTree("[\"A: b\",\" \",\"C\"]")).names())
        .containsExactly("A: b", "C");
    assertThat(text("[\"A: b\",\"C\"]").names()).containsExactly("A: b", "C");
    assertThat(text("A: b").names()).containsExactly("A: b");
    assertThat(text("  ").names()).isEmpty();
    assertThat(TopicNames.read(null).names()).isEmpty();
    assertThat(text("[\"A\",null,[\"B\"],7]").names()).containsExactly("A", "B", "7");
    assertThat(text("\"[\\\"A\\\",\\\"B\\\"]\"").names()).containsExactly("A", "B");
    assertThat(text("\"Quoted\" words").names()).containsExactly("\"Quoted\" words");
    assertThat(
            TopicNames.read(
                    Json.mapper().readTree("[{\"title\":\"A\"},{\"value\":\"B\"},\"[\\\"C\\\"]\"]"))
                .names())
        .containsExactly("A", "B", "C");
  }

  @Test
  void shouldReportWhatIsNoTopic() throws Exception {
    TopicNames topics = TopicNames.read(Json.mapper().readTree("[\"A\",{\"x\":1}]"));
    assertThat(topics.names()).containsExactly("A");
    assertThat(topics.problem()).contains("object");
    assertThat(text("[[[[[[\"deep\"]]]]]]").problem()).contains("lists inside");
    assertThat(text("[\"A\"] and more").names()).containsExactly("[\"A\"] and more");
  }

  @Test
  void shouldKeepBrokenJsonAsTextAndSaySo() {
    TopicNames topics = text("[\"A: b\", C");
    assertThat(topics.names()).containsExactly("[\"A: b\", C");
    assertThat(topics.problem()).isNotNull();
  }

  @Property
  void shouldNeverThrow(@ForAll String field) {
    assertThat(text(field).names()).doesNotContain("");
    assertThat(text("[" + field).names()).doesNotContain("");
  }

  private static TopicNames text(String field) {
    return TopicNames.read(TextNode.valueOf(field));
  }
}
