package org.curation.enrich.archetype;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlText;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the table of lanes. */
final class LanesParser {
  private static final String LANES = "lanes";

  private LanesParser() {}

  /**
   * Reads the table; what is wrong is reported and what could be read is returned.
   *
   * @param archetypes base names of those that there are
   */
  static LaneTable parse(String file, String text, Set<String> archetypes, Problems problems) {
    Place place = Place.file(problems, file);
    Node root = YamlText.read(text, place);
    if (root == null) {
      return new LaneTable(List.of());
    }
    if (!(root instanceof MappingNode map)) {
      place.line(1).problem("expected a map with the key \"lanes\"");
      return new LaneTable(List.of());
    }
    YamlMapping mapping = YamlMapping.read(map, place);
    mapping.allow(Set.of(LANES));
    YamlMapping.Entry lanes = mapping.get(LANES);
    if (lanes == null) {
      place.line(1).problem("key \"lanes\" is required: a list of lanes, the first match wins");
      return new LaneTable(List.of());
    }
    if (!(lanes.value() instanceof SequenceNode list) || list.getValue().isEmpty()) {
      lanes.place().problem("expected a list with at least one lane");
      return new LaneTable(List.of());
    }
    return table(list, lanes.place(), archetypes);
  }

  private static LaneTable table(SequenceNode list, Place place, Set<String> archetypes) {
    List<Lane> lanes = new ArrayList<>();
    List<Integer> lines = new ArrayList<>();
    Map<String, Integer> lineOfName = new HashMap<>();
    int index = 0;
    for (Node node : list.getValue()) {
      Place at = place.element(index++, node);
      if (!(node instanceof MappingNode map)) {
        at.problem("expected a map of keys and values");
        continue;
      }
      YamlMapping mapping = YamlMapping.read(map, at);
      Lane lane = LaneParser.parse(mapping, archetypes);
      Integer sameName =
          lane.name().isEmpty() ? null : lineOfName.putIfAbsent(lane.name(), at.line());
      if (sameName != null) {
        at.problem("the name \"%s\" is taken in line %d".formatted(lane.name(), sameName));
      }
      if (hasSoundMatch(mapping)) {
        reportUnreachable(lane, at, lanes, lines);
        lanes.add(lane);
        lines.add(at.line());
      }
    }
    return new LaneTable(lanes);
  }

  /** A match of which a part was refused says nothing about which lanes can be reached. */
  private static boolean hasSoundMatch(YamlMapping lane) {
    Place place = lane.place();
    return lane.get("match") != null
        && place.problems().list().stream()
            .noneMatch(problem -> problem.key().startsWith(place.key() + ".match"));
  }

  private static void reportUnreachable(
      Lane lane, Place place, List<Lane> earlier, List<Integer> lines) {
    for (int i = 0; i < earlier.size(); i++) {
      if (earlier.get(i).match().covers(lane.match())) {
        place.problem(
            "can never match: lane \"%s\" in line %d comes first and takes all of it; move this one up"
                .formatted(earlier.get(i).name(), lines.get(i)));
        return;
      }
    }
  }
}
