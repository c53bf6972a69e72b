package org.curation.enrich.archetype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.curation.enrich.offering.TopicTable;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlText;
import org.curation.enrich.yaml.YamlValues;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads the table of topics. For use once. */
final class TopicsParser {
  private static final String PREFIXES = "vendor-prefixes";
  private static final String TOPICS = "topics";
  private static final String EXCLUDED = "excluded-offerings";

  private final Map<String, String> spellings = new HashMap<>();
  private final Map<String, Integer> lines = new HashMap<>();
  private TopicTable prefixes = TopicTable.EMPTY;

  private TopicsParser() {}

  /** Reads the table; what is wrong is reported and what could be read is returned. */
  static TopicTable parse(String file, String text, Problems problems) {
    Place place = Place.file(problems, file);
    Node root = YamlText.read(text, place);
    if (root == null) {
      return TopicTable.EMPTY;
    }
    if (!(root instanceof MappingNode map)) {
      place
          .line(1)
          .problem("expected a map with the keys vendor-prefixes, topics, excluded-offerings");
      return TopicTable.EMPTY;
    }
    YamlMapping mapping = YamlMapping.read(map, place);
    mapping.allow(new TreeSet<>(Set.of(PREFIXES, TOPICS, EXCLUDED)));
    return new TopicsParser().table(mapping);
  }

  private TopicTable table(YamlMapping mapping) {
    prefixes = new TopicTable(vendorPrefixes(mapping), Map.of(), Set.of());
    YamlMapping.Entry topics = mapping.get(TOPICS);
    if (topics != null && !isNothing(topics.value())) {
      if (topics.value() instanceof MappingNode map) {
        YamlMapping.read(map, topics.place()).entries().forEach(this::topic);
      } else {
        topics
            .place()
            .problem(
                "expected a map: each topic as the site writes it, and a list of other spellings");
      }
    }
    return new TopicTable(prefixes.prefixes(), spellings, excluded(mapping));
  }

  private static List<String> vendorPrefixes(YamlMapping mapping) {
    List<String> found = new ArrayList<>();
    for (Element element : elements(mapping, PREFIXES)) {
      String text = element.text();
      if (text == null) {
        continue;
      }
      String prefix = TopicTable.fold(text);
      prefix = prefix.endsWith(":") ? prefix.substring(0, prefix.length() - 1).strip() : prefix;
      if (prefix.isEmpty() || prefix.contains(":")) {
        element
            .place()
            .problem(
                "expected what stands before the colon, for example KLAS, but found "
                    + Quoted.of(text));
      } else if (found.contains(prefix)) {
        element.place().problem(Quoted.of(text) + " is in the list already");
      } else {
        found.add(prefix);
      }
    }
    return found;
  }

  private void topic(String name, YamlMapping.Entry entry) {
    spelling(name, name, entry.place());
    Set<String> written = new HashSet<>();
    for (Element element : elements(entry.value(), entry.place())) {
      String spelling = element.text();
      if (spelling != null && !written.add(spelling)) {
        element.place().problem(Quoted.of(spelling) + " is in the list already");
      } else if (spelling != null) {
        spelling(spelling, name, element.place());
      }
    }
  }

  private void spelling(String spelling, String name, Place place) {
    String bare = prefixes.bare(spelling);
    if (bare.isEmpty()) {
      place.problem("expected the name of a topic, but found " + Quoted.of(spelling));
      return;
    }
    String other = spellings.putIfAbsent(bare, name);
    if (other == null) {
      lines.put(bare, place.line());
    } else if (!other.equals(name)) {
      place.problem(
          "%s is a spelling of %s already (line %d); case, white space and vendor prefixes don't tell spellings apart; remove one"
              .formatted(Quoted.of(spelling), Quoted.of(other), lines.get(bare)));
    }
  }

  private static Set<Long> excluded(YamlMapping mapping) {
    Set<Long> ids = new TreeSet<>();
    for (Element element : elements(mapping, EXCLUDED)) {
      String text = element.node() instanceof ScalarNode scalar ? scalar.getValue() : "";
      if (!text.matches("[0-9]{1,18}")) {
        element.place().problem("expected the number of an offering, but found " + Quoted.of(text));
      } else if (!ids.add(Long.valueOf(text))) {
        element.place().problem(text + " is in the list already");
      }
    }
    return ids;
  }

  private record Element(Node node, Place place) {
    /** The name of something; null when it is none, which is reported. A bare number is a slip. */
    @Nullable String text() {
      if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
        place.problem(
            "expected a text, but found the number %s; put it in quotes if it is a name"
                .formatted(Quoted.of(scalar.getValue())));
        return null;
      }
      return YamlValues.text(node, place);
    }
  }

  private static List<Element> elements(YamlMapping mapping, String key) {
    YamlMapping.Entry entry = mapping.get(key);
    return entry == null ? List.of() : elements(entry.value(), entry.place());
  }

  /** The elements of a list; a single value is a list of one, nothing is an empty one. */
  private static List<Element> elements(Node node, Place place) {
    if (isNothing(node)) {
      return List.of();
    }
    if (node instanceof MappingNode) {
      place.problem("expected a list, for example [one, another]");
      return List.of();
    }
    if (!(node instanceof SequenceNode list)) {
      return List.of(new Element(node, place));
    }
    List<Element> elements = new ArrayList<>();
    for (Node each : list.getValue()) {
      elements.add(new Element(each, place.element(elements.size(), each)));
    }
    return elements;
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }
}
