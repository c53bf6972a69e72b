package org.curation.ingest.published;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The YAML between the {@code ---} lines at the head of a document, read safely: plain data only,
 * bounded nesting and aliases, scalars as the text that is written. Pure.
 */
final class FrontMatter {
  private static final int MAX_DEPTH = 50;
  private static final int MAX_ALIASES = 50;
  private static final Pattern BLOCK =
      Pattern.compile(
          "\\A\\uFEFF?---[ \\t]*\\r?\\n(.*?)^---[ \\t]*\\r?$", Pattern.DOTALL | Pattern.MULTILINE);

  private final Map<?, ?> values;

  private FrontMatter(Map<?, ?> values) {
    this.values = values;
  }

  /** The head is no front matter that can be read; the message says why. */
  static final class BadFrontMatterException extends Exception {
    private static final long serialVersionUID = 1L;

    BadFrontMatterException(String message) {
      super(message);
    }
  }

  /**
   * Reads a document's head.
   *
   * @throws BadFrontMatterException when it has no end, is no YAML or no mapping
   */
  static FrontMatter of(byte[] document) throws BadFrontMatterException {
    Matcher block = BLOCK.matcher(new String(document, StandardCharsets.UTF_8));
    if (!block.find()) {
      throw new BadFrontMatterException(
          "the front matter has no end within the first %d bytes; expected a line ---"
              .formatted(document.length));
    }
    try {
      if (yaml().load(block.group(1)) instanceof Map<?, ?> values) {
        return new FrontMatter(values);
      }
    } catch (MarkedYAMLException e) {
      throw new BadFrontMatterException(
          "the front matter is no YAML%s: %s".formatted(place(e), e.getProblem()));
    } catch (RuntimeException e) {
      // Explicit tags make the parser fail in many ways that are not its own exceptions.
      throw new BadFrontMatterException("the front matter is no YAML: " + firstLine(e));
    }
    throw new BadFrontMatterException("the front matter is no mapping of keys to values");
  }

  /** The text at a path of keys; empty when something else, nothing or white space is there. */
  Optional<String> text(String... path) {
    return at(path) instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  /** The texts at a key that may hold one or a list of them. */
  List<String> texts(String key) {
    if (at(key) instanceof List<?> list) {
      return list.stream()
          .filter(String.class::isInstance)
          .map(each -> ((String) each).strip())
          .filter(each -> !each.isEmpty())
          .toList();
    }
    return text(key).stream().toList();
  }

  private @Nullable Object at(String... path) {
    Object at = values;
    for (String key : path) {
      at = at instanceof Map<?, ?> map ? map.get(key) : null;
    }
    return at;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(MAX_DEPTH);
    options.setMaxAliasesForCollections(MAX_ALIASES);
    options.setAllowRecursiveKeys(false);
    DumperOptions dumper = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(dumper), dumper, options, new TextResolver());
  }

  private static String place(MarkedYAMLException e) {
    // The mark counts from 0 and from the line after the first ---.
    return e.getProblemMark() == null
        ? ""
        : " at line %d, column %d"
            .formatted(e.getProblemMark().getLine() + 2, e.getProblemMark().getColumn() + 1);
  }

  private static String firstLine(RuntimeException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }

  /** Leaves ids and names such as {@code 007} or {@code 1e5} as they are written. */
  private static final class TextResolver extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(Tag.NULL, NULL, "~nN\0");
      addImplicitResolver(Tag.NULL, EMPTY, null);
    }
  }
}
