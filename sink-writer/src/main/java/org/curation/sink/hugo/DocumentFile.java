package org.curation.sink.hugo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.curation.model.Document;
import org.curation.model.Document.Style;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.Yaml;

/**
 * Writes a document as a Hugo content file: YAML front matter between lines of three dashes, then
 * the body as it is. Pure: equal documents give equal bytes.
 */
public final class DocumentFile {
  private static final String DELIMITER = "---\n";
  private static final int WIDTH = 80;
  private static final int LONGEST_SIMPLE_KEY = 1024;

  private DocumentFile() {}

  /**
   * The file of a published document.
   *
   * @throws IllegalArgumentException when the document is unpublished and so has no content
   */
  public static RenderedDocument render(Document document) {
    ObjectNode frontMatter = document.frontMatter();
    String body = document.body();
    if (frontMatter == null || body == null) {
      throw new IllegalArgumentException(document.id() + " has no content to write");
    }
    return render(document.style(), frontMatter, body);
  }

  static RenderedDocument render(Style style, ObjectNode frontMatter, String body) {
    TextCleaner cleaner = new TextCleaner();
    String text =
        DELIMITER
            + yaml(style, frontMatter, cleaner)
            + DELIMITER
            + (style == Style.SORTED ? "\n" : "")
            + cleaner.body(body);
    return new RenderedDocument(
        text.getBytes(StandardCharsets.UTF_8),
        cleaner.removedControls(),
        cleaner.replacedSurrogates());
  }

  private static String yaml(Style style, JsonNode frontMatter, TextCleaner cleaner) {
    StringWriter yaml = new StringWriter();
    new Yaml(options(style))
        .serialize(new FrontMatterNodes(style == Style.SORTED, cleaner).node(frontMatter), yaml);
    return yaml.toString();
  }

  private static DumperOptions options(Style style) {
    DumperOptions options = new DumperOptions();
    options.setDefaultFlowStyle(FlowStyle.BLOCK);
    options.setAllowUnicode(true);
    options.setWidth(WIDTH);
    options.setMaxSimpleKeyLength(LONGEST_SIMPLE_KEY);
    if (style == Style.ORDERED) {
      options.setIndicatorIndent(2);
      options.setIndentWithIndicator(true);
    }
    return options;
  }
}
