package org.curation.enrich.offering;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.model.Offering;
import org.junit.jupiter.api.Test;

class OfferingIndexTest {
  @Test
  void shouldMakePermalinksAsTheSeedsDo() {
    assertThat(RelatedOffering.of(new Offering(1, "Acme Health - Care Kit", List.of())).permalink())
        .isEqualTo("/offering/acme-health---care-kit");
  }

  @Test
  void shouldOrderAsTheSeedDoes() {
    // Given
    OfferingIndex index = new OfferingIndex();
    offer(index, 13364, "Symplur: Aging", "KLAS: Patient Engagement");
    offer(index, 17797, "KLAS: Patient Engagement");
    offer(index, 16549, "KLAS: Patient Engagement");
    offer(index, 18131, "KLAS: Patient Engagement", "The Healthcare Guys: HIPAA");
    offer(index, 18026, "KLAS: Patient Engagement", "The Healthcare Guys: Telehealth");

    // When / Then
    assertThat(ids(index, Integer.MAX_VALUE, 0, "KLAS: Patient Engagement"))
        .containsExactly(18131L, 18026L, 17797L, 16549L, 13364L);
  }

  @Test
  void shouldPutRareCategoriesFirstAndSayWhy() {
    // Given
    OfferingIndex index = new OfferingIndex();
    offer(index, 1, "Rare");
    offer(index, 2, "Common", "Rare");
    IntStream.rangeClosed(3, 10).forEach(id -> offer(index, id, "Common"));

    // When
    List<Related> related = index.relatedTo(interest(index, 4, 0, "Common", "Rare"));

    // Then
    assertThat(related)
        .extracting(each -> each.offering().offeringId() + " " + Weight.text(each.weight()))
        .containsExactly("2 0.611111111", "1 0.5", "10 0.111111111", "9 0.111111111");
    assertThat(related.get(0).shared())
        .containsExactly(new Related.Shared("rare", 2), new Related.Shared("common", 9));
    assertThat(ids(index, 9, Weight.parse("0.5"), "Common", "Rare")).containsExactly(2L, 1L);
    assertThat(ids(index, 9, Weight.parse("0.7"), "Common", "Rare")).isEmpty();
  }

  @Test
  void shouldTieExactlyWhereSumsAreEqual() {
    // Given a third and a sixth here, a half there
    OfferingIndex index = new OfferingIndex();
    offer(index, 1, "third", "sixth");
    offer(index, 2, "half");
    IntStream.rangeClosed(11, 12).forEach(id -> offer(index, id, "third"));
    IntStream.rangeClosed(21, 25).forEach(id -> offer(index, id, "sixth"));
    offer(index, 31, "half");

    // When / Then the newer ones come first
    assertThat(ids(index, 3, 0, "third", "sixth", "half")).containsExactly(31L, 2L, 1L);
  }

  @Test
  void shouldNameOldAndNewCategoriesOfAChange() {
    // Given
    OfferingIndex index = new OfferingIndex();
    offer(index, 1, "a", "B");

    // When / Then
    assertThat(index.change(1, new Offering(1, "x", List.of("b", "c"))))
        .containsExactly("a", "b", "c");
    assertThat(index.change(1, new Offering(1, "x", List.of("b", "c")))).isEmpty();
    assertThat(index.change(1, null)).containsExactly("b", "c");
    assertThat(ids(index, 9, 0, "a", "b", "c")).isEmpty();
    assertThat(index.change(1, null)).isEmpty();
  }

  @Test
  void shouldNeverShowNorCountAnExcludedOffering() {
    // Given
    OfferingIndex index = new OfferingIndex(new TopicTable(List.of(), Map.of(), Set.of(7L)));
    offer(index, 6, "a");

    // When / Then
    assertThat(index.change(7, new Offering(7, "x", List.of("a")))).isEmpty();
    assertThat(index.relatedTo(interest(index, 9, 0, "a")))
        .extracting(each -> each.offering().offeringId() + " " + Weight.text(each.weight()))
        .containsExactly("6 1");
  }

  @Test
  void shouldShowAnotherNumberWhenReadersSeeADifference() {
    // Given
    OfferingIndex index = new OfferingIndex();
    offer(index, 1, "a");
    offer(index, 2, "a", "other");
    Interest newest = interest(index, 1, 0, "a");
    long before = index.shown(newest);

    // When / Then a change below the limit is not seen, one of what is shown is
    offer(index, 1, "a", "third");
    assertThat(index.shown(newest)).isEqualTo(before);
    index.change(2, new Offering(2, "renamed", List.of("a", "other")));
    assertThat(index.shown(newest)).isNotEqualTo(before);
    index.change(2, null);
    assertThat(index.shown(newest)).isNotIn(before, index.shown(interest(index, 1, 0, "b")));
  }

  @Test
  void shouldLookAtFewOfferingsHoweverManyThereAre() {
    // Given
    OfferingIndex index = new OfferingIndex();
    Random random = new Random(5);
    for (long id = 1; id <= 20_000; id++) {
      offer(
          index,
          id,
          id % 2 == 0 ? "even" : "odd",
          "third " + id % 3,
          "rare " + random.nextInt(4000));
    }

    // When / Then
    Interest interest = interest(index, 5, 0, "even", "third 0", "rare 7");
    assertThat(index.candidates(interest)).isLessThan(40);
    assertThat(index.relatedTo(interest)).hasSize(5);
  }

  @Property(tries = 200)
  void shouldAgreeWithLookingAtEveryOffering(@ForAll long seed) {
    // Given changes of all kinds, in categories from rare to large, with questions in between
    Random random = new Random(seed);
    OfferingIndex index = new OfferingIndex();
    Map<Long, Offering> all = new HashMap<>();
    int numbers = random.nextBoolean() ? 20 : 400;
    for (int i = 0; i < 2 * numbers; i++) {
      long id = 1L + random.nextInt(numbers);
      if (random.nextInt(5) == 0) {
        index.change(id, null);
        all.remove(id);
      } else {
        Offering offering = new Offering(id, "L" + random.nextInt(3), categories(random));
        index.change(id, offering);
        all.put(id, offering);
      }
      if (i % numbers == numbers - 1) {
        int limit = random.nextInt(4) == 0 ? Integer.MAX_VALUE : 1 + random.nextInt(6);
        long minimum = random.nextBoolean() ? 0 : Weight.parse("0.0" + random.nextInt(10));

        // When
        List<String> wanted = categories(random);
        List<Long> related = ids(index, limit, minimum, wanted.toArray(String[]::new));

        // Then
        assertThat(related).isEqualTo(best(all, wanted, limit, minimum));
      }
    }
  }

  private static List<String> categories(Random random) {
    List<String> categories = new ArrayList<>();
    for (int i = random.nextInt(9); i > 0; i--) {
      // Low numbers are common.
      categories.add("c" + (int) (40 * Math.pow(random.nextDouble(), 3)));
    }
    return categories.stream().distinct().toList();
  }

  private static List<Long> best(
      Map<Long, Offering> all, List<String> wanted, int limit, long minimum) {
    Map<Long, BigDecimal> weights = new HashMap<>();
    for (String category : wanted) {
      List<Long> members =
          all.values().stream()
              .filter(offering -> offering.categories().contains(category))
              .map(Offering::offeringId)
              .toList();
      for (Long id : members) {
        BigDecimal share =
            BigDecimal.ONE.divide(BigDecimal.valueOf(members.size()), 12, RoundingMode.HALF_UP);
        weights.merge(id, share, BigDecimal::add);
      }
    }
    weights.replaceAll((id, weight) -> weight.setScale(9, RoundingMode.HALF_UP));
    weights.values().removeIf(weight -> weight.compareTo(BigDecimal.valueOf(minimum, 9)) < 0);
    return weights.entrySet().stream()
        .sorted(
            Map.Entry.<Long, BigDecimal>comparingByValue()
                .thenComparing(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .reversed())
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }

  private static Interest interest(
      OfferingIndex index, int limit, long minimum, String... categories) {
    return Interest.in(List.of(categories), index.table(), limit, minimum);
  }

  private static List<Long> ids(
      OfferingIndex index, int limit, long minimum, String... categories) {
    return index.relatedTo(interest(index, limit, minimum, categories)).stream()
        .map(each -> each.offering().offeringId())
        .toList();
  }

  private static void offer(OfferingIndex index, long id, String... categories) {
    index.change(id, new Offering(id, "x", List.of(categories)));
  }
}
