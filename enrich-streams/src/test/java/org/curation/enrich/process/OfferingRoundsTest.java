package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.curation.model.CurationId;
import org.curation.model.OfferingRound;
import org.junit.jupiter.api.Test;

class OfferingRoundsTest {
  private final KeyValueStore<String, String> dirty = store("dirty", Serdes.String());
  private final KeyValueStore<String, byte[]> members = store("members", Serdes.ByteArray());
  private final CategoryStore categories = new CategoryStore(members);
  private final List<Long> asked = new ArrayList<>();
  private final List<CurationId> seen = new ArrayList<>();
  private OfferingRounds rounds = rounds();

  @Test
  void shouldGoThroughEachDirtyCategoryOnce() {
    // Given
    member(1, "a");
    member(2, "a", "b");
    member(3, "ab");

    // When
    rounds.changed(Set.of("a"), asked::add);
    work();

    // Then
    assertThat(seen).containsExactly(Given.id(1), Given.id(2));
    assertThat(asked).containsExactly(1L);
    assertThat(rounds.isWaiting()).isFalse();
    assertThat(dirty.get("r")).isEqualTo("1");
  }

  @Test
  void shouldGatherABurstUntilThereIsAPause() {
    // Given
    member(1, "a");
    rounds.changed(Set.of("a"), asked::add);
    rounds.changed(Set.of("a"), asked::add);

    // When a round comes while changes do, it is put off
    work();
    assertThat(seen).isEmpty();
    rounds.changed(Set.of("b"), asked::add);
    work();
    assertThat(seen).isEmpty();

    // Then the first one after a pause works
    work();
    assertThat(seen).containsExactly(Given.id(1));
    assertThat(rounds.isWaiting()).isFalse();
  }

  @Test
  void shouldWorkInTheEndHoweverManyChangesCome() {
    // Given
    IntStream.rangeClosed(1, 9).forEach(number -> member(number, "a"));
    rounds.changed(Set.of("a"), asked::add);

    // When
    for (int i = 0; i < 12; i++) {
      rounds.changed(Set.of("other " + i), asked::add);
      work();
    }

    // Then
    assertThat(seen).hasSize(9);
  }

  @Test
  void shouldIgnoreARoundThatIsNotTheLastOneAskedFor() {
    // Given
    member(1, "a");
    rounds.changed(Set.of("a"), asked::add);
    new DirtyCategories(dirty).ofSite("table");
    rounds.wake("table", true, asked::add);

    // When / Then
    work(1);
    assertThat(seen).isEmpty();
    work(2);
    assertThat(seen).hasSize(1);
    work(2);
    assertThat(seen).hasSize(1);
  }

  @Test
  void shouldGoOnWhereItWasAfterARestart() {
    // Given more members than a page has, and a task that stops in the second page
    IntStream.rangeClosed(1, 600).forEach(number -> member(number, "a"));
    rounds.changed(Set.of("a", "b"), asked::add);
    try {
      rounds.work(
          new OfferingRound(1),
          id -> true,
          id -> {
            seen.add(id);
            if (seen.size() == 300) {
              throw new IllegalStateException("stopped");
            }
          },
          asked::add);
    } catch (IllegalStateException stopped) {
      // What was written until then is there: here nothing takes it back, as a transaction would.
    }

    // When
    new DirtyCategories(dirty).ofSite("table");
    rounds = rounds();
    assertThat(rounds.isToBeWoken("table")).isTrue();
    rounds.wake("table", true, asked::add);
    work();

    // Then the page that was begun is gone through again, and the rest
    assertThat(Set.copyOf(seen)).hasSize(600);
    assertThat(seen.size()).isEqualTo(600 + 300 - 256);
    assertThat(rounds.isWaiting()).isFalse();
  }

  @Test
  void shouldSeeWhoCameAndChangesOfACategoryThatIsGoneThrough() {
    // Given
    IntStream.rangeClosed(1, 300).forEach(number -> member(number, "a"));
    rounds.changed(Set.of("a"), asked::add);

    // When the category changes once more while it is gone through
    rounds.work(
        new OfferingRound(1),
        id -> true,
        id -> {
          seen.add(id);
          if (seen.size() == 290) {
            rounds.changed(Set.of("a"), asked::add);
          }
        },
        asked::add);
    while (rounds.isWaiting()) {
      work();
    }

    // Then
    assertThat(seen).hasSize(600);
  }

  @Test
  void shouldGoThroughEverybodyWhenTheTableIsAnother() {
    // Given a fresh task, which nobody waits for
    assertThat(rounds.isToBeWoken("one")).isTrue();
    rounds.wake("one", false, asked::add);
    assertThat(asked).isEmpty();
    assertThat(rounds().isToBeWoken("one")).isFalse();

    // When the table is another after a restart
    rounds = rounds();
    assertThat(rounds.isToBeWoken("other")).isTrue();
    rounds.wake("other", true, asked::add);
    rounds.work(new OfferingRound(1), id -> false, seen::add, asked::add);

    // Then
    assertThat(seen).containsExactly(Given.id(71), Given.id(72));
    assertThat(rounds().isToBeWoken("other")).isFalse();
  }

  private OfferingRounds rounds() {
    return new OfferingRounds(
        new DirtyCategories(dirty),
        categories,
        after -> Stream.of(71, 72).map(Given::id).filter(id -> id.toString().compareTo(after) > 0));
  }

  private void work() {
    work(asked.get(asked.size() - 1));
  }

  private void work(long number) {
    rounds.work(new OfferingRound(number), id -> true, seen::add, asked::add);
  }

  private void member(long number, String... names) {
    categories.replace(Given.id(number), List.of(), List.of(names));
  }

  private static <V> KeyValueStore<String, V> store(String name, Serde<V> values) {
    KeyValueStore<String, V> store =
        org.apache.kafka.streams.state.Stores.keyValueStoreBuilder(
                org.apache.kafka.streams.state.Stores.inMemoryKeyValueStore(name),
                Serdes.String(),
                values)
            .withLoggingDisabled()
            .build();
    MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    store.init(context.getStateStoreContext(), store);
    return store;
  }
}
