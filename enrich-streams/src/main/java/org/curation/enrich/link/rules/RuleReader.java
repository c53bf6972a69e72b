package org.curation.enrich.link.rules;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.curation.enrich.link.match.KeyPattern;
import org.curation.enrich.link.match.Scope;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlValues;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads one rule. */
final class RuleReader {
  private static final Set<String> ACTIONS =
      Set.of("strip", "keep", "strip-fragment", "keep-fragment", "rewrite", "unwrap", "untouched");
  private static final Set<String> KEYS =
      Set.of(
          "id",
          "vendor",
          "sources",
          "since",
          "note",
          "level",
          "identifies-reader",
          "case-sensitive",
          "hosts",
          "not-hosts",
          "paths",
          "not-paths",
          "when",
          "unless",
          "strip",
          "keep",
          "strip-fragment",
          "keep-fragment",
          "in",
          "rewrite",
          "unwrap",
          "untouched");
  private static final java.util.regex.Pattern ID =
      java.util.regex.Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");
  private static final int FIXED_START = 2;

  private RuleReader() {}

  static Rule read(YamlMapping mapping) {
    mapping.allow(KEYS);
    YamlValues values = new YamlValues(mapping);
    if (mapping.get("id") == null) {
      mapping.place().problem("key \"id\" is required: provenance names the rule by it");
    }
    for (String key : List.of("vendor", "since", "note")) {
      values.text(key);
    }
    PatternReader.items(mapping, "sources").forEach(PatternReader::text);
    if (ACTIONS.stream().noneMatch(action -> mapping.get(action) != null)) {
      mapping
          .place()
          .problem("the rule does nothing; expected one of " + String.join(", ", sorted(ACTIONS)));
    }
    boolean exactCase = flag(mapping, values, "case-sensitive");
    boolean untouched = flag(mapping, values, "untouched");
    if (!untouched && ACTIONS.stream().filter(action -> mapping.get(action) != null).count() == 1) {
      refuseFalse(mapping, "untouched");
    }
    if (mapping.get("in") != null && mapping.get("strip") == null) {
      mapping.placeOf("in").problem("has no meaning without \"strip\"");
    }
    Scope scope = scope(mapping);
    List<KeyPattern> strip = KeyReader.keys(mapping, "strip", exactCase);
    List<KeyPattern> keep = KeyReader.keys(mapping, "keep", exactCase);
    refuseRepeated(mapping, strip, keep);
    boolean global = scope.hosts().isEmpty();
    if (global) {
      requireFixedStart(mapping, strip);
    }
    return new Rule(
        values.text("id", "", ID, "up to 64 lower-case letters, digits, dots and dashes"),
        values.oneOf("level", Rule.Level.STANDARD),
        flag(mapping, values, "identifies-reader"),
        scope,
        strip,
        values.oneOf("in", global ? Rule.In.BOTH : Rule.In.QUERY),
        keep,
        PatternReader.texts(mapping, "strip-fragment", exactCase),
        PatternReader.texts(mapping, "keep-fragment", exactCase),
        RewriteReader.rewrites(mapping, "rewrite"),
        UnwrapReader.unwraps(mapping, "unwrap"),
        untouched,
        false);
  }

  private static void refuseFalse(YamlMapping mapping, String key) {
    YamlMapping.Entry entry = mapping.get(key);
    if (entry != null
        && entry.value() instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.BOOL)) {
      entry.place().problem("the rule does nothing; leave it out or say true");
    }
  }

  private static boolean flag(YamlMapping mapping, YamlValues values, String key) {
    return mapping.get(key) != null && values.flag(key);
  }

  private static Scope scope(YamlMapping mapping) {
    return new Scope(
        PatternReader.hosts(mapping, "hosts"),
        PatternReader.hosts(mapping, "not-hosts"),
        PatternReader.paths(mapping, "paths"),
        PatternReader.paths(mapping, "not-paths"),
        KeyReader.conditions(mapping, "when"),
        KeyReader.conditions(mapping, "unless"));
  }

  /** Keys that are named twice, or that go and stay. */
  private static void refuseRepeated(
      YamlMapping mapping, List<KeyPattern> strip, List<KeyPattern> keep) {
    Set<String> kept = plain(mapping, "keep", keep);
    for (String key : plain(mapping, "strip", strip)) {
      if (kept.contains(key)) {
        mapping
            .placeOf("keep")
            .problem("keeps %s, which \"strip\" takes away".formatted(Quoted.of(key)));
      }
    }
  }

  private static Set<String> plain(YamlMapping mapping, String list, List<KeyPattern> patterns) {
    Set<String> keys = new LinkedHashSet<>();
    for (KeyPattern pattern : patterns) {
      String key = pattern.key().fixed();
      if (isPlain(pattern) && !keys.add(key)) {
        mapping.placeOf(list).problem(Quoted.of(key) + " is in the list already");
      }
    }
    return keys;
  }

  private static boolean isPlain(KeyPattern pattern) {
    return pattern.key().isExact()
        && pattern.values().isEmpty()
        && pattern.notValues().isEmpty()
        && !pattern.ownHost();
  }

  /** Otherwise each parameter of each address would be compared with it. */
  private static void requireFixedStart(YamlMapping mapping, List<KeyPattern> strip) {
    for (KeyPattern pattern : strip) {
      if (!pattern.key().isExact() && pattern.key().fixed().length() < FIXED_START) {
        mapping
            .placeOf("strip")
            .problem(
                "a global rule's keys must begin with at least %d fixed characters; name hosts, or write the keys out"
                    .formatted(FIXED_START));
        return;
      }
    }
  }

  private static List<String> sorted(Set<String> names) {
    return names.stream().sorted().toList();
  }
}
