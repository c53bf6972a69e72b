package org.curation.enrich.archetype;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.curation.enrich.gate.Day;
import org.curation.enrich.gate.PublicationRule;
import org.curation.enrich.gate.PublicationRule.Allowed;
import org.curation.enrich.gate.PublicationRule.When;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlValues;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads what a lane says about when its items are published. */
final class PublicationParser {
  static final String KEY = "publish";

  private static final Set<String> KEYS = Set.of("statuses", "types", "from", "until", "time-zone");
  private static final Pattern FIELD = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  private final YamlMapping mapping;

  private PublicationParser(YamlMapping mapping) {
    this.mapping = mapping;
  }

  /** The rule of a lane; a lane without one publishes everything. */
  static PublicationRule parse(YamlMapping lane) {
    YamlMapping.Entry entry = lane.get(KEY);
    if (entry == null) {
      return PublicationRule.ALWAYS;
    }
    if (entry.value() instanceof MappingNode node) {
      return new PublicationParser(YamlMapping.read(node, entry.place())).rule();
    }
    entry.place().problem("expected a map, for example {statuses: Published, from: publishFrom}");
    return PublicationRule.ALWAYS;
  }

  private PublicationRule rule() {
    mapping.allow(KEYS);
    if (mapping.entries().isEmpty()) {
      mapping.place().problem("says nothing; leave the key out to publish everything at once");
    }
    if (mapping.get("time-zone") != null
        && mapping.get("from") == null
        && mapping.get("until") == null) {
      mapping.placeOf("time-zone").problem("has no meaning without \"from\" or \"until\"");
    }
    PublicationRule rule =
        new PublicationRule(
            allowed("statuses"), allowed("types"), when("from"), when("until"), zone());
    if (rule.from() instanceof When.Fixed first
        && rule.until() instanceof When.Fixed last
        && !first.day().begins(rule.zone()).isBefore(last.day().isOver(rule.zone()))) {
      mapping
          .placeOf("until")
          .problem("is over before \"from\" begins, so nothing would ever be published");
    }
    return rule;
  }

  private Allowed allowed(String key) {
    YamlMapping.Entry entry = mapping.get(key);
    if (entry == null) {
      return Allowed.ALL;
    }
    List<String> texts = YamlValues.texts(entry.value(), entry.place());
    List<Glob> globs = texts.stream().map(Glob::new).toList();
    return new Allowed(texts, value -> globs.stream().anyMatch(glob -> glob.matches(value)));
  }

  /** YAML takes an unquoted day for a timestamp; it means the same here. */
  private @Nullable When when(String key) {
    YamlMapping.Entry entry = mapping.get(key);
    if (entry == null) {
      return null;
    }
    String text =
        entry.value() instanceof ScalarNode scalar && scalar.getTag().equals(Tag.TIMESTAMP)
            ? scalar.getValue()
            : new YamlValues(mapping).text(key);
    if (text == null) {
      return null;
    }
    Optional<Day> day = Day.parse(text);
    if (day.isPresent()) {
      return new When.Fixed(day.get());
    }
    if (FIELD.matcher(text).matches()) {
      return new When.Field(text);
    }
    entry
        .place()
        .problem(
            "expected a day or time like 2026-12-01 or 2026-12-01T09:00:00Z, or the camel-case name of a custom field, but found "
                + Quoted.of(text)
                + FieldName.suggestion(text));
    return null;
  }

  private ZoneId zone() {
    String text = new YamlValues(mapping).text("time-zone");
    if (text == null) {
      return ZoneOffset.UTC;
    }
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      mapping
          .placeOf("time-zone")
          .problem(
              "unknown time zone "
                  + Quoted.of(text)
                  + Suggestion.nearest(text, new TreeSet<>(ZoneId.getAvailableZoneIds()))
                      .map(near -> "; did you mean \"" + near + "\"?")
                      .orElse("; write it like Europe/Berlin or UTC"));
      return ZoneOffset.UTC;
    }
  }
}
