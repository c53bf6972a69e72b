package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Problems;
import org.curation.enrich.yaml.YamlText;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;

/**
 * A document's shape: front matter and body with placeholders. The same variables always give the
 * same document. Pure and unchangeable; safe for use by threads.
 */
public final class Archetype {
  /** Keys that every document needs: without them it has no name and no address. */
  public static final List<String> REQUIRED_KEYS = List.of("title", "slug", "basePath");

  private final Shape.Entries frontMatter;
  private final Template body;

  private Archetype(Shape.Entries frontMatter, Template body) {
    this.frontMatter = frontMatter;
    this.body = body;
  }

  /**
   * What rendering gives.
   *
   * @param frontMatter in the archetype's order
   * @param body without a line break at its end, unless the variables have one
   */
  public record Rendered(ObjectNode frontMatter, String body) {}

  /**
   * Reads an archetype file. Never throws: what is wrong is added to the problems, and what could
   * be read is returned.
   *
   * @param file name for problems
   * @param text the file's content
   */
  public static Archetype parse(String file, String text, Problems problems) {
    Place place = Place.file(problems, file);
    ArchetypeText cut = ArchetypeText.cut(text, place);
    if (cut == null) {
      return new Archetype(new Shape.Entries(null, Map.of()), new Template(List.of()));
    }
    return new Archetype(frontMatter(cut, place), body(cut, place));
  }

  private static Shape.Entries frontMatter(ArchetypeText cut, Place place) {
    Node node = YamlText.read(cut.yaml(), place.line(1));
    if (node instanceof MappingNode map) {
      Shape.Entries entries = new ShapeParser().frontMatter(map, place);
      REQUIRED_KEYS.forEach(key -> require(key, entries.entries().get(key), place));
      return entries;
    }
    if (node != null) {
      place.line(1).problem("the front matter must be a map of keys and values");
    }
    return new Shape.Entries(null, Map.of());
  }

  private static void require(String key, @Nullable Shape shape, Place place) {
    Place at = new Place(place.problems(), place.file(), 1, key);
    if (shape == null) {
      at.problem("this key is required in the front matter");
    } else if (!(shape instanceof Shape.Filled filled && !filled.template().optional())
        && !(shape instanceof Shape.Constant constant && constant.value().isTextual())) {
      at.problem("must be a text that is always there");
    }
  }

  private static Template body(ArchetypeText cut, Place place) {
    Place at = new Place(place.problems(), place.file(), cut.bodyLine(), "body");
    Template body = new TemplateParser(VariableNames.DOCUMENT).parseLines(cut.body(), at);
    if (body.hasOptionalPart()) {
      at.problem("filter \"optional\" works in front matter only");
    }
    return body;
  }

  /** Fills the placeholders. Never throws; what is missing is null, in texts nothing. */
  public Rendered render(ObjectNode variables) {
    return new Rendered(frontMatter.renderEntries(variables), body.text(variables));
  }
}
