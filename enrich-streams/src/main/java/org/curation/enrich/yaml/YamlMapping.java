package org.curation.enrich.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * A mapping with its keys in order, each once.
 *
 * @param entries by key
 */
public record YamlMapping(Place place, Map<String, Entry> entries) {
  /**
   * A value and where it is.
   *
   * @param place of the key
   */
  public record Entry(Node value, Place place) {}

  /** The mapping's entries; keys that are no text or stand there twice are reported. */
  public static YamlMapping read(MappingNode node, Place place) {
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : node.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        place.child("?", tuple.getKeyNode()).problem("a key must be a text");
        continue;
      }
      Place at = place.child(shown(key.getValue()), key);
      if (key.getTag().equals(Tag.MERGE)) {
        at.problem("merge keys are not supported; write the values out");
        continue;
      }
      Entry first = entries.putIfAbsent(key.getValue(), new Entry(tuple.getValueNode(), at));
      if (first != null) {
        at.problem("the key is there twice, first in line " + first.place().line());
      }
    }
    return new YamlMapping(place, Collections.unmodifiableMap(entries));
  }

  /** The value at a key; null when it is missing. */
  public @Nullable Entry get(String key) {
    return entries.get(key);
  }

  /** Where a key is; where the mapping is when the key is missing. */
  public Place placeOf(String key) {
    Entry entry = entries.get(key);
    return entry == null ? place : entry.place();
  }

  /** Reports keys that mean nothing here. */
  public void allow(Set<String> known) {
    entries.forEach(
        (key, entry) -> {
          if (!known.contains(key)) {
            entry.place().problem("unknown key" + Suggestion.phrase(key, known));
          }
        });
  }

  private static String shown(String key) {
    String quoted = Quoted.of(key);
    return quoted.substring(1, quoted.length() - 1);
  }
}
