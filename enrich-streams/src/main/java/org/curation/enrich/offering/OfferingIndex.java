package org.curation.enrich.offering;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.curation.model.Offering;
import org.jspecify.annotations.Nullable;

/**
 * All offerings by category, so that relating costs what is found, not what there is. Not safe for
 * use by threads: each task has its own.
 */
public final class OfferingIndex {
  private final Map<Long, Offering> byId = new HashMap<>();
  private final Map<String, TreeMap<Long, Offering>> byCategory = new HashMap<>();

  /**
   * Takes in a change.
   *
   * @param offering the new state; null withdraws it
   * @return the categories that the offering has or had, or none when nothing changed
   */
  public TreeSet<String> change(long id, @Nullable Offering offering) {
    Offering old = byId.get(id);
    TreeSet<String> touched = new TreeSet<>();
    if (java.util.Objects.equals(old, offering)) {
      return touched;
    }
    if (old != null) {
      touched.addAll(old.categories());
      old.categories().forEach(category -> remove(category, id));
      byId.remove(id);
    }
    if (offering != null) {
      touched.addAll(offering.categories());
      offering
          .categories()
          .forEach(
              category ->
                  byCategory.computeIfAbsent(category, c -> new TreeMap<>()).put(id, offering));
      byId.put(id, offering);
    }
    return touched;
  }

  private void remove(String category, long id) {
    TreeMap<Long, Offering> offerings = byCategory.get(category);
    if (offerings != null && offerings.remove(id) != null && offerings.isEmpty()) {
      byCategory.remove(category);
    }
  }

  /** Offerings that share a category with the given ones, the newest offering id first. */
  public List<RelatedOffering> relatedTo(Collection<String> categories, int limit) {
    Map<Long, Offering> found = new TreeMap<>(Comparator.reverseOrder());
    for (String category : categories) {
      found.putAll(byCategory.getOrDefault(category, new TreeMap<>()));
    }
    return found.values().stream().limit(limit).map(RelatedOffering::of).toList();
  }
}
