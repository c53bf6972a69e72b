package org.curation.enrich.link.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.curation.enrich.link.match.Condition;
import org.curation.enrich.link.match.KeyPattern;
import org.curation.enrich.link.match.TextPattern;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads which parameters are meant, and conditions. */
final class KeyReader {
  private static final String OWN_HOST = "own-host";

  private KeyReader() {}

  static List<KeyPattern> keys(YamlMapping mapping, String key, boolean caseSensitive) {
    List<KeyPattern> found = new ArrayList<>();
    for (PatternReader.Item item : PatternReader.items(mapping, key)) {
      if (item.node() instanceof MappingNode map) {
        found.addAll(withValues(YamlMapping.read(map, item.place()), caseSensitive));
        continue;
      }
      String text = PatternReader.text(item);
      if (text != null) {
        if (text.isEmpty()) {
          item.place().problem("a key must not be empty");
          continue;
        }
        TextPattern pattern =
            PatternReader.compiled(
                text, item.place(), written -> TextPattern.of(written, caseSensitive));
        if (pattern != null) {
          found.add(KeyPattern.anyValue(pattern));
        }
      }
    }
    return found;
  }

  private static List<KeyPattern> withValues(YamlMapping mapping, boolean caseSensitive) {
    mapping.allow(Set.of("key", "value", "value-not"));
    if (mapping.get("key") == null) {
      mapping.place().problem("key \"key\" is required: which parameters are meant");
    }
    boolean own =
        mapping.get("value") != null
            && mapping.get("value").value() instanceof ScalarNode scalar
            && scalar.getValue().equals(OWN_HOST);
    List<TextPattern> values =
        own ? List.of() : PatternReader.texts(mapping, "value", caseSensitive);
    List<TextPattern> not = PatternReader.texts(mapping, "value-not", caseSensitive);
    return PatternReader.texts(mapping, "key", caseSensitive).stream()
        .map(key -> new KeyPattern(key, values, not, own))
        .toList();
  }

  static List<Condition> conditions(YamlMapping mapping, String key) {
    List<Condition> found = new ArrayList<>();
    for (PatternReader.Item item : PatternReader.items(mapping, key)) {
      if (!(item.node() instanceof MappingNode map)) {
        item.place()
            .problem(
                "expected a condition like {key: [q]}, but found "
                    + (item.node() instanceof ScalarNode scalar
                        ? Quoted.of(scalar.getValue())
                        : "a list"));
        continue;
      }
      YamlMapping condition = YamlMapping.read(map, item.place());
      condition.allow(Set.of("key", "path", "host", "url", "fragment"));
      if (condition.entries().isEmpty()) {
        item.place().problem("a condition must name a key, path, host, url or fragment");
      }
      found.add(
          new Condition(
              keys(condition, "key", false),
              PatternReader.paths(condition, "path"),
              PatternReader.hosts(condition, "host"),
              PatternReader.expressions(condition, "url"),
              PatternReader.texts(condition, "fragment", false)));
    }
    return found;
  }
}
