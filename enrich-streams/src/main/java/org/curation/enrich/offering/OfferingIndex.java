package org.curation.enrich.offering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.curation.model.Offering;
import org.jspecify.annotations.Nullable;

/**
 * All offerings by category. Relating a document to the few best of them costs about the same
 * whether its categories have ten offerings or ten thousand. Not safe for use by threads: each task
 * has its own.
 */
public final class OfferingIndex {
  private static final long NOTHING_SHOWN = 0x2545F4914F6CDD1DL;
  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  private final TopicTable table;
  private final OfferingsById byId = new OfferingsById();
  private final Map<String, CategoryMembers> byCategory = new HashMap<>();

  /** An index of a site without a table of topics. */
  public OfferingIndex() {
    this(TopicTable.EMPTY);
  }

  /** An empty index. */
  public OfferingIndex(TopicTable table) {
    this.table = table;
  }

  /** Which names mean one category here. */
  public TopicTable table() {
    return table;
  }

  /**
   * Takes in a change.
   *
   * @param offering the new state; null withdraws it
   * @return the keys of the categories that the offering has or had, or none when nothing changed
   */
  public TreeSet<String> change(long id, @Nullable Offering offering) {
    TreeSet<String> touched = new TreeSet<>();
    IndexedOffering old = byId.get(id);
    if (table.excludes(id) || Objects.equals(old == null ? null : old.offering(), offering)) {
      return touched;
    }
    if (old != null) {
      touched.addAll(old.keys());
      old.keys().forEach(category -> remove(category, old));
    }
    if (offering == null) {
      byId.remove(id);
      return touched;
    }
    IndexedOffering added = new IndexedOffering(id, offering, table);
    byId.put(added);
    touched.addAll(added.keys());
    added
        .keys()
        .forEach(
            category ->
                byCategory
                    .computeIfAbsent(category, c -> new CategoryMembers())
                    .add(added, byId.layout()));
    return touched;
  }

  private void remove(String category, IndexedOffering offering) {
    CategoryMembers members = byCategory.get(category);
    if (members != null) {
      members.remove(offering, byId.layout());
      if (members.size() == 0) {
        byCategory.remove(category);
      }
    }
  }

  /** The offerings that a document wants, the best first, with the reasons. */
  public List<Related> relatedTo(Interest interest) {
    return ranking(interest).best().stream().map(ranked -> explained(ranked, interest)).toList();
  }

  /**
   * A number that stands for what {@link #relatedTo} gives and a document shows: another one when
   * other offerings come out, or in another order, or one of them was changed.
   */
  public long shown(Interest interest) {
    long shown = NOTHING_SHOWN;
    for (Ranking.Ranked ranked : ranking(interest).best()) {
      shown = Long.rotateLeft(shown ^ ranked.offering().stamp(), 23) * SPREAD;
    }
    return shown;
  }

  /** How many offerings are looked at to find the best. */
  int candidates(Interest interest) {
    return ranking(interest).candidates().size();
  }

  private Ranking ranking(Interest interest) {
    byId.settle();
    Map<String, CategoryMembers> members = new HashMap<>();
    for (String category : interest.categories()) {
      CategoryMembers found = byCategory.get(category);
      if (found != null) {
        members.put(category, found);
      }
    }
    return new Ranking(members, interest, byId);
  }

  private Related explained(Ranking.Ranked ranked, Interest interest) {
    List<Related.Shared> shared = new ArrayList<>();
    for (String category : interest.categories()) {
      CategoryMembers members = byCategory.get(category);
      if (members != null && ranked.offering().keys().contains(category)) {
        shared.add(new Related.Shared(category, members.size()));
      }
    }
    shared.sort(Comparator.comparingInt(Related.Shared::offerings));
    return new Related(RelatedOffering.of(ranked.offering().offering()), ranked.weight(), shared);
  }
}
