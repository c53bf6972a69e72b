package org.curation.enrich.link.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curation.enrich.link.rules.RulesFile.SiteKeys;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlText;
import org.curation.enrich.yaml.YamlValues;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/** Reads files of rules in our format; what is wrong is reported, the rest is returned. */
final class RulesFileReader {
  static final int MAX_BYTES = 2 * 1024 * 1024;

  private static final Set<String> KEYS = Set.of("version", "rules");
  private static final Set<String> SITE_KEYS =
      Set.of(
          "version",
          "rules",
          "extends",
          "disable",
          "level",
          "clear-urls",
          "text-fragments",
          "private-hosts");

  private final Problems problems;
  private final Map<String, String> placeOfId = new HashMap<>();

  RulesFileReader(Problems problems) {
    this.problems = problems;
  }

  private enum Extends {
    BUILT_IN,
    NONE
  }

  private enum TextFragments {
    KEEP,
    STRIP
  }

  private enum PrivateHosts {
    REJECT,
    KEEP
  }

  RulesFile read(String file, String text, boolean ofSite) {
    Place place = Place.file(problems, file);
    Node root = YamlText.read(text, place, MAX_BYTES);
    if (root == null) {
      return new RulesFile("", SiteKeys.NONE, List.of());
    }
    if (!(root instanceof MappingNode map)) {
      place.line(1).problem("expected a map with the key \"rules\"");
      return new RulesFile("", SiteKeys.NONE, List.of());
    }
    YamlMapping mapping = YamlMapping.read(map, place);
    mapping.allow(ofSite ? SITE_KEYS : KEYS);
    YamlValues values = new YamlValues(mapping);
    String version = values.text("version");
    return new RulesFile(
        version == null ? "" : version,
        ofSite ? siteKeys(mapping, values) : SiteKeys.NONE,
        rules(mapping));
  }

  private static SiteKeys siteKeys(YamlMapping mapping, YamlValues values) {
    return new SiteKeys(
        values.oneOf("extends", Extends.BUILT_IN) == Extends.BUILT_IN,
        named(mapping, "disable"),
        values.oneOf("level", Rule.Level.STANDARD),
        named(mapping, "clear-urls"),
        values.oneOf("text-fragments", TextFragments.KEEP) == TextFragments.STRIP,
        values.oneOf("private-hosts", PrivateHosts.REJECT) == PrivateHosts.KEEP);
  }

  private static List<SiteKeys.Named> named(YamlMapping mapping, String key) {
    List<SiteKeys.Named> found = new ArrayList<>();
    for (PatternReader.Item item : PatternReader.itemsOrNone(mapping, key)) {
      String text = PatternReader.text(item);
      if (text != null) {
        found.add(new SiteKeys.Named(text, item.place()));
      }
    }
    return found;
  }

  private List<Rule> rules(YamlMapping mapping) {
    List<Rule> rules = new ArrayList<>();
    for (PatternReader.Item item : PatternReader.itemsOrNone(mapping, "rules")) {
      if (!(item.node() instanceof MappingNode map)) {
        item.place().problem("expected a rule: a map with an id and an action");
        continue;
      }
      Rule rule = RuleReader.read(YamlMapping.read(map, item.place()));
      rules.add(rule);
      String here = item.place().file() + ":" + item.place().line();
      String first = rule.id().isEmpty() ? null : placeOfId.putIfAbsent(rule.id(), here);
      if (first != null) {
        item.place().problem("the id \"%s\" is taken by %s".formatted(rule.id(), first));
      }
    }
    return rules;
  }
}
