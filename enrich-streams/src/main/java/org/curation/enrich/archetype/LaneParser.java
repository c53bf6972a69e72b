package org.curation.enrich.archetype;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.curation.enrich.archetype.LaneTreatment.DuplicateRule;
import org.curation.enrich.archetype.LaneTreatment.Ignored;
import org.curation.enrich.archetype.LaneTreatment.Layout;
import org.curation.enrich.archetype.LaneTreatment.LinkRule;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.archetype.LaneTreatment.TopicRule;
import org.curation.enrich.description.Cutting;
import org.curation.enrich.description.DescriptionRule;
import org.curation.enrich.offering.Weight;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlValues;
import org.curation.model.Document;
import org.curation.service.Suggestion;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads one lane. */
final class LaneParser {
  private static final String DESCRIPTION_LENGTH = "description-length";
  private static final String RELATED = "related-offerings";
  private static final String MINIMUM = "related-offerings-minimum";
  private static final Set<String> COMMON_KEYS = Set.of("name", "match");
  private static final Set<String> SHAPE_KEYS =
      Set.of(
          "archetype",
          "document-id",
          "document-id-suffix",
          FileNameParser.FEATURED_IMAGE,
          FileNameParser.FAVICON,
          FileNameParser.FEATURED_PDF,
          FileNameParser.BODY_IMAGES,
          "link",
          "description",
          BodyRuleParser.BODY,
          "front-matter",
          "layout",
          RELATED,
          "topics",
          "hold-for-capture",
          "duplicates",
          PublicationParser.KEY,
          DESCRIPTION_LENGTH,
          BodyRuleParser.BODY_TAGS,
          BodyRuleParser.BODY_LINKS,
          BodyRuleParser.STRIP_READ_ON,
          MINIMUM,
          "topic-names");
  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern SUFFIX = Pattern.compile("[A-Za-z0-9._-]{1,16}");
  private static final Pattern LENGTH = Pattern.compile("[1-9][0-9]{0,4}");
  private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,9})?");
  private static final Pattern COUNT = Pattern.compile("none|all|[1-9][0-9]{0,2}");

  private final YamlMapping mapping;
  private final YamlValues values;
  private final Set<String> archetypes;

  private LaneParser(YamlMapping mapping, Set<String> archetypes) {
    this.mapping = mapping;
    this.values = new YamlValues(mapping);
    this.archetypes = archetypes;
  }

  static Lane parse(YamlMapping mapping, Set<String> archetypes) {
    return new LaneParser(mapping, archetypes).lane();
  }

  private Lane lane() {
    if (mapping.get("name") == null) {
      mapping.place().problem("key \"name\" is required: reports and metrics use it");
    }
    Set<String> known = new TreeSet<>(COMMON_KEYS);
    known.add("ignore");
    known.addAll(SHAPE_KEYS);
    mapping.allow(known);
    String name = values.text("name", "", NAME, "lower-case letters, digits and dashes");
    return new Lane(
        name, match(), mapping.get("ignore") == null ? shaped() : new Ignored(reason()));
  }

  private LaneMatch match() {
    Map<LaneMatch.Fact, List<Glob>> patterns = new EnumMap<>(LaneMatch.Fact.class);
    YamlMapping.Entry entry = mapping.get("match");
    if (entry == null) {
      mapping
          .place()
          .problem("key \"match\" is required: it says which records the lane takes; {} is all");
    } else if (entry.value() instanceof MappingNode node) {
      YamlMapping match = YamlMapping.read(node, entry.place());
      Set<String> known = new TreeSet<>();
      for (LaneMatch.Fact fact : LaneMatch.Fact.values()) {
        known.add(fact.key());
        YamlMapping.Entry wanted = match.get(fact.key());
        if (wanted != null) {
          patterns.put(fact, globs(YamlValues.texts(wanted.value(), wanted.place())));
        }
      }
      match.allow(known);
    } else {
      entry.place().problem("expected a map, for example {source: open-project}");
    }
    return new LaneMatch(patterns);
  }

  private static List<Glob> globs(List<String> texts) {
    return texts.stream().map(Glob::new).toList();
  }

  private String reason() {
    for (String key : new TreeSet<>(SHAPE_KEYS)) {
      YamlMapping.Entry entry = mapping.get(key);
      if (entry != null) {
        entry.place().problem("has no meaning in a lane that says \"ignore\"");
      }
    }
    String reason = values.text("ignore");
    return reason == null ? "no reason given" : reason;
  }

  private Shaped shaped() {
    Layout layout = values.oneOf("layout", Layout.BUNDLE);
    FileNameParser files = new FileNameParser(mapping, layout);
    int before = mapping.place().problems().size();
    DescriptionRule description = values.oneOf("description", DescriptionRule.WORDS_200);
    boolean understood = mapping.place().problems().size() == before;
    return new Shaped(
        archetype(),
        documentId(),
        values.text("document-id-suffix", "", SUFFIX, "up to 16 letters, digits and . _ -"),
        files.featuredImage(),
        files.assets(),
        values.oneOf("link", LinkRule.AS_CURATED),
        description,
        new BodyRuleParser(mapping).rule(),
        values.oneOf("front-matter", Document.Style.SORTED),
        layout,
        relatedOfferings(),
        FieldName.at(mapping, "topics", "medigyTopics"),
        values.flag("hold-for-capture"),
        values.oneOf("duplicates", DuplicateRule.PUBLISH),
        PublicationParser.parse(mapping),
        descriptionLength(understood && description != DescriptionRule.BEST),
        relatedOfferingsMinimum(),
        values.oneOf("topic-names", TopicRule.AS_CURATED));
  }

  private String archetype() {
    String name = values.requiredText("archetype", "name a file in archetypes without .md");
    if (name == null) {
      return "";
    }
    if (!archetypes.contains(name)) {
      mapping
          .placeOf("archetype")
          .problem("no archetype " + Quoted.of(name) + Suggestion.phrase(name, archetypes));
    }
    return name;
  }

  private Template documentId() {
    String text = values.requiredText("document-id", "what the permanent name is made from");
    if (text == null) {
      return new Template(List.of());
    }
    int before = mapping.place().problems().size();
    Template template =
        FileNameParser.template(mapping, "document-id", text, VariableNames.FOR_DOCUMENT_ID);
    if (template.isConstant() && mapping.place().problems().size() == before) {
      mapping
          .placeOf("document-id")
          .problem("needs a placeholder; without one all documents would have the same name");
    }
    return template;
  }

  private int relatedOfferings() {
    String count = values.text(RELATED, "none", COUNT, "none, all or 1 to 999");
    return switch (count) {
      case "none" -> 0;
      case "all" -> Shaped.ALL;
      default -> Integer.parseInt(count);
    };
  }

  private int descriptionLength(boolean meaningless) {
    YamlMapping.Entry entry = mapping.get(DESCRIPTION_LENGTH);
    if (entry == null) {
      return DescriptionRule.BUDGET;
    }
    if (meaningless) {
      entry.place().problem("has a meaning only with \"description: best\"");
    }
    String expected = "%d to %d".formatted(Cutting.LEAST, Cutting.MOST);
    int length =
        Integer.parseInt(
            values.text(
                DESCRIPTION_LENGTH, Integer.toString(DescriptionRule.BUDGET), LENGTH, expected));
    if (length < Cutting.LEAST || length > Cutting.MOST) {
      entry.place().problem("expected " + expected + ", but found " + length);
      return DescriptionRule.BUDGET;
    }
    return length;
  }

  private long relatedOfferingsMinimum() {
    YamlMapping.Entry related = mapping.get(RELATED);
    boolean none =
        related == null
            || (related.value() instanceof ScalarNode scalar && scalar.getValue().equals("none"));
    if (mapping.get(MINIMUM) != null && none) {
      mapping
          .placeOf(MINIMUM)
          .problem(
              related == null
                  ? "has no meaning without \"related-offerings\""
                  : "has no meaning with \"related-offerings: none\"");
    }
    return Weight.parse(
        values.decimal(MINIMUM, "0", WEIGHT, "a weight from 0 to 999, for example 0.05"));
  }
}
