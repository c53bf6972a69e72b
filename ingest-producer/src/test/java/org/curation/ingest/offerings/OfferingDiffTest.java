package org.curation.ingest.offerings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Offering;
import org.junit.jupiter.api.Test;

class OfferingDiffTest {
  private static final DropLimit LIMIT = DropLimit.percent(20);

  @Test
  void shouldTellOnlyWhatDiffers() {
    // Given
    Map<Long, Offering> current = known(1, 3);
    OfferingSnapshot snapshot =
        snapshot(line(1, "offering 1"), line(2, "another name"), line(4, "new"));

    // When
    OfferingDiff diff = OfferingDiff.of(current, snapshot, LIMIT);

    // Then
    assertThat(diff.refusal()).isEmpty();
    assertThat(diff.changes())
        .containsExactly(
            new SourceItem.OfferingItem(new Offering(2, "another name", List.of("a"))),
            new SourceItem.OfferingItem(new Offering(4, "new", List.of("a"))),
            new SourceItem.OfferingWithdrawn(3));
    assertThat(OfferingDiff.delta(current, snapshot).changes()).hasSize(2);
  }

  @Test
  void shouldTakeTheLastLineAboutAnOffering() {
    // When
    OfferingSnapshot snapshot =
        snapshot(line(1, "old"), "", line(1, "new"), "{\"offeringId\":2,\"withdrawn\":true}");

    // Then
    assertThat(snapshot.repeated()).isEqualTo(1);
    OfferingDiff diff = OfferingDiff.delta(known(2, 2), snapshot);
    assertThat(diff.changes())
        .containsExactly(
            new SourceItem.OfferingItem(new Offering(1, "new", List.of("a"))),
            new SourceItem.OfferingWithdrawn(2));
  }

  @Test
  void shouldRefuseToWithdrawTooMuchOrOnAFeedThatIsNotWhole() {
    assertThat(OfferingDiff.of(known(1, 20), snapshot(lines(11, 20)), LIMIT).refusal()).isEmpty();
    assertThat(OfferingDiff.of(known(1, 20), snapshot(lines(12, 20)), LIMIT).refusal().orElse(""))
        .contains("11 of 20", "10 items or 20 %");
    OfferingDiff broken =
        OfferingDiff.of(known(1, 3), snapshot(line(1, "offering 1"), "{no", "{\"a\":1}"), LIMIT);
    assertThat(broken.refusal().orElse("")).contains("could not be read");
    assertThat(broken.changes()).isEmpty();
    assertThat(OfferingDiff.of(known(1, 3), snapshot(), LIMIT).refusal().orElse(""))
        .contains("it is empty");
    assertThat(snapshot("{no", "{\"a\":1}", "\"x\"").letters())
        .extracting(letter -> letter.reason())
        .containsExactly("not-json", "not-a-record", "not-a-record");
  }

  private static Map<Long, Offering> known(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .boxed()
        .collect(
            Collectors.toMap(
                id -> id,
                id -> new Offering(id, "offering " + id, List.of("a")),
                (a, b) -> a,
                TreeMap::new));
  }

  private static String[] lines(long from, long to) {
    return LongStream.rangeClosed(from, to)
        .mapToObj(id -> line(id, "offering " + id))
        .toArray(String[]::new);
  }

  private static String line(long id, String label) {
    return "{\"offeringId\":%d,\"label\":\"%s\",\"categories\":[\"a\"]}".formatted(id, label);
  }

  private static OfferingSnapshot snapshot(String... lines) {
    return OfferingSnapshot.read(
        String.join("\n", lines).getBytes(StandardCharsets.UTF_8), "offerings.jsonl");
  }
}
