package org.curation.enrich.offering;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * Which offerings a document wants.
 *
 * @param categories keys as {@link TopicTable#key} gives them, each once, sorted
 * @param limit the most offerings, at least 1
 * @param minimum the least weight that an offering must have; see {@link Weight}
 */
public record Interest(List<String> categories, int limit, long minimum) {
  /** Copies the list. */
  public Interest {
    categories = List.copyOf(categories);
  }

  /** The interest in categories of these names. */
  public static Interest in(Collection<String> names, TopicTable table, int limit, long minimum) {
    TreeSet<String> keys = new TreeSet<>();
    names.forEach(name -> keys.add(table.key(name)));
    keys.remove("");
    return new Interest(List.copyOf(keys), limit, minimum);
  }
}
