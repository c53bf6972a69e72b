package org.curation.enrich.link.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.curation.enrich.link.match.Expression;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlValues;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads what becomes of scheme, host and path. */
final class RewriteReader {
  private static final String EXPECTED =
      "expected a map like {match: 're:(.*)/amp/?', to: \"$1/\"} or {cut: 're:/ref=[^/]*'}";

  private static final Pattern GROUP = Pattern.compile("\\$([0-9])");

  private RewriteReader() {}

  static List<Rule.Rewrite> rewrites(YamlMapping mapping, String key) {
    List<Rule.Rewrite> found = new ArrayList<>();
    for (PatternReader.Item item : PatternReader.items(mapping, key)) {
      if (!(item.node() instanceof MappingNode map)) {
        item.place().problem(EXPECTED);
        continue;
      }
      Rule.Rewrite rewrite = rewrite(YamlMapping.read(map, item.place()));
      if (rewrite != null) {
        found.add(rewrite);
      }
    }
    return found;
  }

  private static Rule.@Nullable Rewrite rewrite(YamlMapping mapping) {
    mapping.allow(Set.of("match", "to", "cut", "drop-query"));
    YamlValues values = new YamlValues(mapping);
    boolean dropQuery = mapping.get("drop-query") != null && values.flag("drop-query");
    if (mapping.get("cut") != null) {
      if (mapping.get("match") != null || mapping.get("to") != null) {
        mapping.placeOf("cut").problem("\"cut\" stands without \"match\" and \"to\"");
      }
      List<Expression> cut = PatternReader.expressions(mapping, "cut");
      return cut.size() == 1 ? new Rule.Cut(cut.get(0), dropQuery) : null;
    }
    if (mapping.get("match") == null) {
      mapping.place().problem("key \"match\" is required: an expression over scheme://host/path");
    }
    String to = values.requiredText("to", "what it becomes, with $1 to $9 for the groups");
    Expression match = PatternReader.whole(mapping, "match");
    if (match == null || to == null) {
      return null;
    }
    GROUP
        .matcher(to)
        .results()
        .map(named -> Integer.parseInt(named.group(1)))
        .filter(group -> group > match.groups())
        .findFirst()
        .ifPresent(
            group ->
                mapping
                    .placeOf("to")
                    .problem(
                        "there is no group %d; \"match\" has %d".formatted(group, match.groups())));
    return new Rule.Replace(match, to, dropQuery);
  }
}
