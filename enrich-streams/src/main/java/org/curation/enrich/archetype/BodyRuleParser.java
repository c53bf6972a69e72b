package org.curation.enrich.archetype;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.curation.enrich.body.BodyRule;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.BodyRule.Links;
import org.curation.enrich.body.SafeTags;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlValues;
import org.curation.service.Suggestion;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads what a lane says about bodies. */
record BodyRuleParser(YamlMapping mapping) {
  static final String BODY = "body";
  static final String BODY_TAGS = "body-tags";
  static final String BODY_LINKS = "body-links";
  static final String STRIP_READ_ON = "strip-read-on";

  BodyRule rule() {
    YamlValues values = new YamlValues(mapping);
    int before = mapping.place().problems().size();
    Format format = values.oneOf(BODY, Format.AS_CURATED);
    boolean understood = mapping.place().problems().size() == before;
    SafeTags tags = tags();
    // What follows from a value that is wrong is nothing new.
    if (understood && format == Format.AS_CURATED) {
      needsFormat(BODY_TAGS);
      needsFormat(BODY_LINKS);
      needsFormat(STRIP_READ_ON);
    }
    return new BodyRule(
        format, tags, values.oneOf(BODY_LINKS, Links.AS_CURATED), values.flag(STRIP_READ_ON));
  }

  private void needsFormat(String key) {
    YamlMapping.Entry entry = mapping.get(key);
    if (entry != null) {
      entry.place().problem("has no meaning without \"body: html\" or \"body: markdown\"");
    }
  }

  private SafeTags tags() {
    YamlMapping.Entry entry = mapping.get(BODY_TAGS);
    if (entry == null) {
      return SafeTags.ARTICLE;
    }
    List<String> texts = YamlValues.texts(entry.value(), entry.place());
    if (!(entry.value() instanceof SequenceNode list)) {
      return texts.isEmpty() ? SafeTags.ARTICLE : preset(texts.getFirst(), entry.place());
    }
    Set<String> elements = new HashSet<>();
    for (int i = 0; i < texts.size(); i++) {
      String text = texts.get(i);
      if (SafeTags.known().contains(text)) {
        elements.add(text);
      } else if (!text.isEmpty()) {
        entry
            .place()
            .element(i, list.getValue().get(i))
            .problem(
                "tag %s can't be allowed%s"
                    .formatted(Quoted.of(text), Suggestion.phrase(text, SafeTags.known())));
      }
    }
    return SafeTags.list(elements);
  }

  private static SafeTags preset(String name, Place place) {
    return switch (name) {
      case "basic" -> SafeTags.BASIC;
      case "article" -> SafeTags.ARTICLE;
      default -> {
        place.problem(
            "expected basic, article or a list of tags, but found "
                + Quoted.of(name)
                + Suggestion.nearest(name, List.of("basic", "article"))
                    .map(near -> "; did you mean \"" + near + "\"?")
                    .orElse(""));
        yield SafeTags.ARTICLE;
      }
    };
  }
}
