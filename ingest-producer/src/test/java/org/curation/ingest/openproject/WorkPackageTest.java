package org.curation.ingest.openproject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.testing.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkPackageTest {

  @Property
  void shouldCountByLockVersion(@ForAll @LongRange(min = 0) long lockVersion) {
    // Given
    var payload = Records.parse("{\"id\":7,\"lockVersion\":%d}".formatted(lockVersion));

    // When
    WorkPackage item = WorkPackage.of(payload);

    // Then
    assertThat(item.number()).isEqualTo(lockVersion);
    assertThat(item.id()).hasToString("open-project:7");
    assertThat(item.payload()).isSameAs(payload);
  }

  @Test
  void shouldCountByMicrosecondsWithoutLockVersion() {
    // Given
    var payload =
        Records.parse("{\"id\":7,\"lockVersion\":null,\"updatedAt\":\"1970-01-01T00:00:01.5Z\"}");

    // When / Then
    assertThat(WorkPackage.of(payload).number()).isEqualTo(1_500_000);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | id: expected",
        "{\"id\":\"7\",\"lockVersion\":1} | id: expected",
        "{\"id\":-7,\"lockVersion\":1} | id: expected",
        "{\"id\":7.5,\"lockVersion\":1} | id: expected",
        "{\"id\":99999999999999999999,\"lockVersion\":1} | id: expected",
        "{\"id\":7} | lockVersion: expected",
        "{\"id\":7,\"lockVersion\":\"1\"} | lockVersion: expected",
        "{\"id\":7,\"lockVersion\":-1} | lockVersion: expected",
        "{\"id\":7,\"lockVersion\":1,\"updatedAt\":\"yesterday\"} | updatedAt: expected",
        "{\"id\":7,\"lockVersion\":1,\"updatedAt\":5} | updatedAt: expected",
        "{\"id\":7,\"updatedAt\":\"1960-01-01T00:00:00Z\"} | updatedAt: expected"
      })
  void shouldSayWhichPartIsWrong(String json, String message) {
    // When / Then
    assertThatThrownBy(() -> WorkPackage.of(Records.parse(json)))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessageStartingWith(message);
  }
}
