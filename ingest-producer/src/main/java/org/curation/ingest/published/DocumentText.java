package org.curation.ingest.published;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.ingest.published.FrontMatter.BadFrontMatterException;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A published document as values: its front matter by YAML 1.2's core schema, so that {@code yes}
 * and dates stay texts, and its body. Pure.
 *
 * @param frontMatter in the order of the file
 * @param body without the one empty line that may stand before it
 * @param sorted whether the keys are in alphabetical order
 */
record DocumentText(ObjectNode frontMatter, String body, boolean sorted) {
  private static final int MAX_DEPTH = 50;
  private static final Pattern PARTS =
      Pattern.compile(
          "\\A\\uFEFF?---[ \\t]*\\r?\\n(.*?)^---[ \\t]*\\r?(?:\\n(.*))?\\z",
          Pattern.DOTALL | Pattern.MULTILINE);
  private static final Pattern EMPTY_LINE = Pattern.compile("\\A\\r?\\n");

  /**
   * Reads a document.
   *
   * @throws BadFrontMatterException when its head can't be read
   */
  static DocumentText of(byte[] document) throws BadFrontMatterException {
    Matcher parts = PARTS.matcher(new String(document, StandardCharsets.UTF_8));
    if (!parts.matches()) {
      throw new BadFrontMatterException("the front matter has no end; expected a line ---");
    }
    String body = parts.group(2) == null ? "" : parts.group(2);
    try {
      if (yaml().load(parts.group(1)) instanceof Map<?, ?> values
          && json(values) instanceof ObjectNode node) {
        List<String> keys = new ArrayList<>();
        node.fieldNames().forEachRemaining(keys::add);
        List<String> sorted = new ArrayList<>(keys);
        Collections.sort(sorted);
        return new DocumentText(
            node, EMPTY_LINE.matcher(body).replaceFirst(""), keys.equals(sorted));
      }
    } catch (RuntimeException e) {
      // Explicit tags make the parser fail in many ways that are not its own exceptions.
      throw new BadFrontMatterException(
          "the front matter is no YAML: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
    }
    throw new BadFrontMatterException("the front matter is no mapping of keys to values");
  }

  /** Keeps keys whose value is null, which our mapper leaves out. */
  private static JsonNode json(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      ObjectNode node = Json.mapper().createObjectNode();
      map.forEach((key, child) -> node.set(String.valueOf(key), json(child)));
      return node;
    }
    if (value instanceof List<?> list) {
      ArrayNode node = Json.mapper().createArrayNode();
      list.forEach(child -> node.add(json(child)));
      return node;
    }
    return Json.mapper().valueToTree(value);
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_DEPTH);
    options.setAllowRecursiveKeys(false);
    DumperOptions dumper = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(dumper), dumper, options, new CoreResolver());
  }

  private static final class CoreResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, Pattern.compile("|~|null|Null|NULL"), null);
      addImplicitResolver(Tag.BOOL, Pattern.compile("true|True|TRUE|false|False|FALSE"), "tTfF");
      addImplicitResolver(Tag.INT, Pattern.compile("[-+]?(?:0|[1-9][0-9]*)"), "-+0123456789");
      addImplicitResolver(
          Tag.FLOAT,
          Pattern.compile("[-+]?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?"),
          "-+0123456789");
    }
  }
}
