package org.curation.model.topic;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaVersionTest {
  @ParameterizedTest
  @ValueSource(strings = {"org.curation.raw.v1", "", "something", "org.curation.raw.v1.draft"})
  void shouldReadVersionOne(String type) {
    assertThat(SchemaVersion.problem(headers(type))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"org.curation.raw.v2", "org.curation.raw.v0", "x.v10"})
  void shouldNameAnyOther(String type) {
    assertThat(SchemaVersion.problem(headers(type)))
        .hasValueSatisfying(message -> assertThat(message).contains(type, "version 1"));
  }

  private static RecordHeaders headers(String type) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.set(headers, EventHeaders.TYPE, type);
    return headers;
  }
}
