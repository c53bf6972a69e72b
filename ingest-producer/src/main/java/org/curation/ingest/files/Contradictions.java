package org.curation.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.curation.ingest.source.Excerpt;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.jspecify.annotations.Nullable;

/**
 * Finds records that say different things of one version of an item. They are joined, always in the
 * same way, but somebody changed one of them without a new version. Belongs to one thread.
 */
final class Contradictions {
  private static final int SHOWN = 10;
  private static final int SHOWN_KEYS = 5;

  private final List<String> found = new ArrayList<>();
  private long count;

  /** Compares two records of one item. */
  void compare(RawCuration first, RawCuration second) {
    if (!first.version().equals(second.version())
        || first.event() == SourceEvent.DELETED
        || second.event() == SourceEvent.DELETED
        || !Objects.equals(first.updatedAt(), second.updatedAt())) {
      return;
    }
    List<String> keys = differing(first.payload(), second.payload());
    if (keys.isEmpty()) {
      return;
    }
    count++;
    if (found.size() < SHOWN) {
      found.add(
          "%s: two records of version %s differ in %s (%s, %s); one of them is used, always the same; keep the right one, or give it a newer version"
              .formatted(
                  first.id(),
                  first.version(),
                  String.join(", ", keys),
                  first.origin(),
                  second.origin()));
    }
  }

  /** What was found, for people. */
  List<String> forPeople() {
    List<String> lines = new ArrayList<>(found);
    if (count > found.size()) {
      lines.add("… and %d more versions with two contents".formatted(count - found.size()));
    }
    return lines;
  }

  /** Keys that both have, with other values; what begins with an underscore is how it was told. */
  private static List<String> differing(@Nullable JsonNode first, @Nullable JsonNode second) {
    if (first == null || second == null) {
      return List.of();
    }
    TreeSet<String> keys = new TreeSet<>();
    for (Map.Entry<String, JsonNode> entry : first.properties()) {
      JsonNode other = second.get(entry.getKey());
      if (other != null && !entry.getKey().startsWith("_") && !other.equals(entry.getValue())) {
        keys.add(Excerpt.of(entry.getKey()));
      }
    }
    return keys.stream().limit(SHOWN_KEYS).toList();
  }
}
