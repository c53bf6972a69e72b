package org.curation.ingest.dropmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.curation.ingest.dropmark.DropmarkItem.State;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DropmarkItemTest {

  @ParameterizedTest
  @ValueSource(strings = {"9000001", "\"9000001\""})
  void shouldReadIdsOfBothTypes(String id) {
    // When
    DropmarkItem item =
        DropmarkItem.of(Records.parse(Records.mark(id, "1970-01-01T00:00:02Z", "https://x.org")));

    // Then
    assertThat(item.id()).hasToString("dropmark:9000001");
    assertThat(item.number()).isEqualTo(2_000_000);
    assertThat(item.state()).isEqualTo(State.LINK);
    assertThat(item.link()).isEqualTo("https://x.org");
  }

  @ParameterizedTest
  @CsvSource({
    "1970-01-01T00:00:02Z, 1970-01-01T00:00:03.5Z, 3500000, 1970-01-01T00:00:03.500Z",
    "1970-01-01T00:00:04Z, 1970-01-01T00:00:03Z, 4000000, 1970-01-01T00:00:04Z"
  })
  void shouldCountDeletionsByTheNewerTime(
      String updated, String deleted, long number, Instant updatedAt) {
    // Given
    var payload =
        Records.parse(
            "{\"id\":1,\"type\":\"link\",\"link\":null,\"updated_at\":\"%s\",\"deleted_at\":\"%s\"}"
                .formatted(updated, deleted));

    // When
    DropmarkItem item = DropmarkItem.of(payload);

    // Then
    assertThat(item.state()).isEqualTo(State.DELETED);
    assertThat(item.number()).isEqualTo(number);
    assertThat(item.updatedAt()).isEqualTo(updatedAt);
  }

  @ParameterizedTest
  @CsvSource({
    "image, https://x.org, OTHER_TYPE",
    "link, ' ', NO_LINK",
    "link, https://x.org, LINK"
  })
  void shouldTellWhatHasNothingToPublish(String type, String link, State state) {
    // Given
    var payload =
        Records.parse(
            "{\"id\":1,\"type\":\"%s\",\"link\":\"%s\",\"updated_at\":\"2020-05-28T07:52:43Z\"}"
                .formatted(type, link));

    // When / Then
    assertThat(DropmarkItem.of(payload).state()).isEqualTo(state);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\":\"link\",\"updated_at\":\"2020-05-28T07:52:43Z\"} | id: expected",
        "{\"id\":\"../1\",\"updated_at\":\"2020-05-28T07:52:43Z\"} | id: expected",
        "{\"id\":1} | updated_at: expected",
        "{\"id\":1,\"updated_at\":12} | updated_at: expected",
        "{\"id\":1,\"updated_at\":\"2020-05-28T07:52:43Z\",\"deleted_at\":\"x\"} | deleted_at: expected"
      })
  void shouldSayWhichPartIsWrong(String json, String message) {
    // When / Then
    assertThatThrownBy(() -> DropmarkItem.of(Records.parse(json)))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageStartingWith(message);
  }

  @Test
  void shouldNameAuthorAndCollection() {
    // Given
    DropmarkItem item =
        DropmarkItem.of(
            Records.parse(
                "{\"id\":1,\"updated_at\":\"2020-05-28T07:52:43Z\",\"user_name\":\"Admin\",\"collection_name\":\"news\"}"));

    // When
    var context = item.context("from the export");

    // Then
    assertThat(item.collection()).isEqualTo("news");
    assertThat(context.collection()).isEqualTo("from the export");
    assertThat(context.author()).isEqualTo("Admin");
    assertThat(context.fields()).isNull();
  }
}
