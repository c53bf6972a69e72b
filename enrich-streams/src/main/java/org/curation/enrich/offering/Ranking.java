package org.curation.enrich.offering;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The best offerings for one interest. Small categories are looked through. Of large ones, and of
 * what several large ones share, only the newest offerings can be among the best: all others share
 * at least as much with whoever shares nothing more, and are newer. For one thread, for use once.
 */
final class Ranking {
  /** An offering with its weight. */
  record Ranked(IndexedOffering offering, long weight) {}

  /** A category with at most this share of all offerings is small: bits would need more memory. */
  private static final int SPARSE = 256;

  private static final int ALWAYS_SMALL = 32;

  /** With more large categories, looking at each offering costs less than at each combination. */
  private static final int MOST_COMBINED = 6;

  private static final Comparator<Ranked> BEST_FIRST =
      Comparator.comparingLong(Ranked::weight)
          .thenComparingLong(ranked -> ranked.offering().id())
          .reversed();

  private final Map<String, CategoryMembers> members;
  private final Map<String, Long> shares = new HashMap<>();
  private final Interest interest;
  private final OfferingsById offerings;

  Ranking(Map<String, CategoryMembers> members, Interest interest, OfferingsById offerings) {
    this.members = members;
    this.interest = interest;
    this.offerings = offerings;
    members.forEach((category, each) -> shares.put(category, Weight.share(each.size())));
  }

  List<Ranked> best() {
    List<Ranked> ranked = new ArrayList<>();
    for (IndexedOffering candidate : candidates()) {
      long weight = Weight.of(shares(candidate));
      if (weight >= interest.minimum()) {
        ranked.add(new Ranked(candidate, weight));
      }
    }
    ranked.sort(BEST_FIRST);
    return ranked.size() <= interest.limit() ? ranked : ranked.subList(0, interest.limit());
  }

  private long shares(IndexedOffering offering) {
    long sum = 0;
    if (offering.keys().size() <= shares.size()) {
      for (String category : offering.keys()) {
        sum += shares.getOrDefault(category, 0L);
      }
      return sum;
    }
    for (Map.Entry<String, Long> share : shares.entrySet()) {
      sum += offering.keys().contains(share.getKey()) ? share.getValue() : 0L;
    }
    return sum;
  }

  /** All that can be among the best, each once. */
  Collection<IndexedOffering> candidates() {
    int small = Math.max(ALWAYS_SMALL, offerings.ordinals() / SPARSE);
    Set<IndexedOffering> found = new LinkedHashSet<>();
    List<CategoryMembers> large = new ArrayList<>();
    for (CategoryMembers each : members.values()) {
      if (each.size() <= Math.max(small, interest.limit())) {
        found.addAll(each.all());
      } else {
        large.add(each);
      }
    }
    if (large.size() > MOST_COMBINED) {
      large.forEach(each -> found.addAll(each.all()));
    } else {
      combine(large, 0, null, found);
    }
    return found;
  }

  /**
   * Goes through all combinations of large categories.
   *
   * @param shared what those chosen so far have in common; null when none is
   */
  private void combine(
      List<CategoryMembers> large,
      int next,
      @Nullable BitSet shared,
      Collection<IndexedOffering> found) {
    if (shared != null) {
      // Taken for each combination before it grows: the newest that share at least these.
      newest(shared, found);
    }
    for (int i = next; i < large.size(); i++) {
      BitSet bits = large.get(i).bits(offerings.layout());
      if (shared == null) {
        combine(large, i + 1, bits, found);
      } else if (shared.intersects(bits)) {
        BitSet both = (BitSet) shared.clone();
        both.and(bits);
        combine(large, i + 1, both, found);
      }
    }
  }

  private void newest(BitSet shared, Collection<IndexedOffering> found) {
    int at = shared.length();
    for (int taken = 0; taken < interest.limit(); taken++) {
      at = at <= 0 ? -1 : shared.previousSetBit(at - 1);
      if (at < 0) {
        return;
      }
      found.add(offerings.at(at));
    }
  }
}
