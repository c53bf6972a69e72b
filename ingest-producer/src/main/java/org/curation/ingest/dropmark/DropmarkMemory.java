package org.curation.ingest.dropmark;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * What was told of each item of each polled collection: the position of the checkpoint. Items of a
 * collection that is no longer polled are forgotten, never deleted. For one thread.
 */
final class DropmarkMemory {
  /** As many fit one record; beyond, nothing is remembered over a restart. */
  static final int MOST_ITEMS = 100_000;

  private final Map<String, Map<String, Version>> told = new TreeMap<>();

  /** Reads a position; what can't be understood is not remembered. */
  static DropmarkMemory of(ObjectNode position, Set<String> polled) {
    DropmarkMemory memory = new DropmarkMemory();
    for (String collection : polled) {
      position
          .path(collection)
          .properties()
          .forEach(
              entry -> {
                String[] parts = entry.getValue().asText().split("\\.", -1);
                if (parts.length == 2
                    && parts[0].matches("\\d{1,9}")
                    && parts[1].matches("\\d{1,18}")) {
                  memory.put(
                      collection,
                      entry.getKey(),
                      new Version(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
                }
              });
    }
    return memory;
  }

  /** The position; empty when there is too much to remember. */
  ObjectNode position() {
    ObjectNode position = Json.mapper().createObjectNode();
    if (size() <= MOST_ITEMS) {
      told.forEach(
          (collection, items) -> {
            ObjectNode node = position.putObject(collection);
            items.forEach((id, version) -> node.put(id, version.toString()));
          });
    }
    return position;
  }

  void put(String collection, String id, Version version) {
    told.computeIfAbsent(collection, any -> new TreeMap<>()).put(id, version);
  }

  /** The newest that was told of an item, in whatever collection; null when nothing was. */
  @Nullable Version told(String id) {
    return told.values().stream()
        .map(items -> items.get(id))
        .filter(Objects::nonNull)
        .max(Version::compareTo)
        .orElse(null);
  }

  void forget(String id) {
    told.values().forEach(items -> items.remove(id));
  }

  Set<String> ids() {
    Set<String> ids = new TreeSet<>();
    told.values().forEach(items -> ids.addAll(items.keySet()));
    return ids;
  }

  private int size() {
    return told.values().stream().mapToInt(Map::size).sum();
  }
}
