package org.curation.enrich.archetype;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.curation.enrich.archetype.LaneTreatment.Layout;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.YamlMapping;
import org.curation.enrich.yaml.YamlValues;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** Reads how a lane names the files that it publishes beside a document. */
final class FileNameParser {
  static final String FEATURED_IMAGE = "featured-image";
  static final String FAVICON = "favicon";
  static final String FEATURED_PDF = "featured-pdf";
  static final String BODY_IMAGES = "body-images";

  /** What stores refuse in names of files. */
  private static final Pattern OTHER = Pattern.compile("[^A-Za-z0-9._-]");

  private final YamlMapping mapping;
  private final Layout layout;
  private final Map<String, String> keysByText = new HashMap<>();

  FileNameParser(YamlMapping mapping, Layout layout) {
    this.mapping = mapping;
    this.layout = layout;
  }

  @Nullable Template featuredImage() {
    return name(FEATURED_IMAGE, VariableNames.FOR_FEATURED_IMAGE);
  }

  AssetNames assets() {
    return new AssetNames(
        name(FAVICON, VariableNames.FOR_FEATURED_IMAGE),
        name(FEATURED_PDF, VariableNames.FOR_FEATURED_IMAGE),
        bodyImages());
  }

  private @Nullable Template bodyImages() {
    int before = mapping.place().problems().size();
    Template template = name(BODY_IMAGES, VariableNames.FOR_BODY_IMAGES);
    if (template != null
        && mapping.place().problems().size() == before
        && named(template, "1").equals(named(template, "2"))) {
      mapping
          .placeOf(BODY_IMAGES)
          .problem("needs ${attachmentId}; without it all images of a body would have one name");
    }
    return template;
  }

  private static String named(Template template, String attachmentId) {
    return AssetNames.bodyImage(template, attachmentId, "jpeg", Json.mapper().createObjectNode());
  }

  private @Nullable Template name(String key, VariableNames names) {
    String text = new YamlValues(mapping).text(key);
    if (text == null) {
      return null;
    }
    Place place = mapping.placeOf(key);
    int before = place.problems().size();
    Template template = template(mapping, key, text, names);
    boolean wellFormed = place.problems().size() == before;
    if (template.literalText().contains("/") || template.literalText().contains("\\")) {
      place.problem("must be a file name without folders");
    } else if (wellFormed && OTHER.matcher(template.literalText()).find()) {
      place.problem("must be of A to Z, a to z, 0 to 9, dots, - and _ beside its placeholders");
    }
    if (layout == Layout.FLAT && template.isConstant()) {
      place.problem("needs a placeholder: in a flat layout all images are in one folder");
    }
    String other = keysByText.putIfAbsent(text, key);
    if (other != null) {
      place.problem("is what %s says too; each file needs a name of its own".formatted(other));
    }
    return template;
  }

  static Template template(YamlMapping mapping, String key, String text, VariableNames names) {
    Template template = new TemplateParser(names).parse(text, mapping.placeOf(key));
    if (template.hasOptionalPart()) {
      mapping.placeOf(key).problem("filter \"optional\" works in front matter only");
    }
    return template;
  }
}
