package org.curation.enrich.link.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.curation.enrich.link.match.Expression;
import org.curation.enrich.link.unwrap.Decoding;
import org.curation.enrich.link.unwrap.Source;
import org.curation.enrich.link.unwrap.Unwrap;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlValues;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;

/** Reads ways to a wrapper's target. */
final class UnwrapReader {
  private static final Set<String> SOURCES =
      Set.of("param", "url", "path", "fragment", "urldefense");
  private static final java.util.regex.Pattern SCHEME =
      java.util.regex.Pattern.compile("https?|wrapper");

  private UnwrapReader() {}

  /** How much of the wrapper's query a target gets. */
  private enum Query {
    KEEP,
    DROP
  }

  static List<Unwrap> unwraps(YamlMapping mapping, String key) {
    List<Unwrap> found = new ArrayList<>();
    for (PatternReader.Item item : PatternReader.items(mapping, key)) {
      if (!(item.node() instanceof MappingNode map)) {
        item.place().problem("expected a map like {param: url}");
        continue;
      }
      Unwrap unwrap = unwrap(YamlMapping.read(map, item.place()));
      if (unwrap != null) {
        found.add(unwrap);
      }
    }
    return found;
  }

  private static @Nullable Unwrap unwrap(YamlMapping mapping) {
    mapping.allow(
        Set.of(
            "param",
            "url",
            "path",
            "fragment",
            "query",
            "urldefense",
            "cut",
            "decode",
            "field",
            "match",
            "to",
            "scheme"));
    YamlValues values = new YamlValues(mapping);
    boolean queryIsSource = SOURCES.stream().noneMatch(name -> mapping.get(name) != null);
    Source source = source(mapping, values, queryIsSource);
    if (source == null) {
      return null;
    }
    List<Decoding> decoding = decoding(mapping);
    List<String> fields = new ArrayList<>();
    PatternReader.items(mapping, "field")
        .forEach(
            item -> {
              String field = PatternReader.text(item);
              fields.add(field == null ? "" : field);
            });
    if (decoding.contains(Decoding.JSON) == fields.isEmpty()) {
      mapping.place().problem("\"decode: json\" and \"field\" belong together");
    }
    boolean path = source instanceof Source.Part part && part.component() == Source.Component.PATH;
    Query query =
        queryIsSource
            ? Query.DROP
            : values.oneOf("query", path && mapping.get("to") == null ? Query.KEEP : Query.DROP);
    String scheme = values.text("scheme", "", SCHEME, "http, https or wrapper");
    String cut = values.text("cut");
    return new Unwrap(
        source,
        cut == null ? "" : cut,
        decoding,
        fields,
        PatternReader.whole(mapping, "match"),
        values.text("to"),
        scheme.isEmpty() ? null : scheme,
        query == Query.KEEP);
  }

  private static @Nullable Source source(
      YamlMapping mapping, YamlValues values, boolean queryIsSource) {
    long named = SOURCES.stream().filter(name -> mapping.get(name) != null).count();
    if (named > 1 || (queryIsSource && mapping.get("query") == null)) {
      mapping
          .place()
          .problem("exactly one of param, url, path, query, fragment and urldefense says where");
      return null;
    }
    if (mapping.get("param") != null) {
      return new Source.Param(KeyReader.keys(mapping, "param", false));
    }
    if (mapping.get("urldefense") != null) {
      if (!values.flag("urldefense")) {
        mapping.placeOf("urldefense").problem("expected true");
      }
      return new Source.Defense();
    }
    String key =
        List.of("url", "path", "fragment").stream()
            .filter(name -> mapping.get(name) != null)
            .findFirst()
            .orElse("query");
    Expression pattern = PatternReader.whole(mapping, key);
    return pattern == null
        ? null
        : new Source.Part(Source.Component.valueOf(key.toUpperCase(Locale.ROOT)), pattern);
  }

  private static List<Decoding> decoding(YamlMapping mapping) {
    List<String> known = new ArrayList<>();
    for (Decoding step : Decoding.values()) {
      known.add(step.name().toLowerCase(Locale.ROOT));
    }
    List<Decoding> steps = new ArrayList<>();
    for (PatternReader.Item item : PatternReader.items(mapping, "decode")) {
      String text = PatternReader.text(item);
      if (text == null) {
        continue;
      }
      if (known.contains(text)) {
        steps.add(Decoding.valueOf(text.toUpperCase(Locale.ROOT)));
      } else {
        item.place().problem("unknown step " + Quoted.of(text) + Suggestion.phrase(text, known));
      }
    }
    return mapping.get("decode") == null ? List.of(Decoding.PERCENT) : steps;
  }
}
