package org.curation.enrich.link.rules;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.curation.enrich.link.match.Expression;
import org.curation.enrich.link.match.HostPattern;
import org.curation.enrich.link.match.PathPattern;
import org.curation.enrich.link.match.TextPattern;
import org.curation.enrich.yaml.Place;
import org.curation.enrich.yaml.Quoted;
import org.curation.enrich.yaml.YamlMapping;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** Reads patterns; what is wrong is reported and left out. */
final class PatternReader {
  private static final Pattern HOST = Pattern.compile("=?[a-z0-9_.\\[\\]:-]+(?:\\.\\*)?");

  private static final Pattern UNSUPPORTED = Pattern.compile("\\\\(?:[1-9]|k<)|\\(\\?<?[=!>]");
  private static final String HINT = "; look-around and back references don't exist there";

  private PatternReader() {}

  /** A value of a list and where it is; a value that is no list is one of one. */
  record Item(Node node, Place place) {}

  static List<Item> items(YamlMapping mapping, String key) {
    YamlMapping.Entry entry = mapping.get(key);
    if (entry != null && entry.value() instanceof SequenceNode list && list.getValue().isEmpty()) {
      entry.place().problem("the list is empty; leave the key out");
    }
    if (entry != null && isNothing(entry.value())) {
      entry.place().problem("there is nothing; leave the key out");
    }
    return itemsOrNone(mapping, key);
  }

  /** The same where a list of nothing is as good as none. */
  static List<Item> itemsOrNone(YamlMapping mapping, String key) {
    YamlMapping.Entry entry = mapping.get(key);
    if (entry == null || isNothing(entry.value())) {
      return List.of();
    }
    if (!(entry.value() instanceof SequenceNode list)) {
      return List.of(new Item(entry.value(), entry.place()));
    }
    List<Item> items = new ArrayList<>();
    for (Node node : list.getValue()) {
      items.add(new Item(node, entry.place().element(items.size(), node)));
    }
    return items;
  }

  private static boolean isNothing(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.NULL);
  }

  static @Nullable String text(Item item) {
    if (item.node() instanceof ScalarNode scalar
        && (scalar.getTag().equals(Tag.STR) || scalar.getTag().equals(Tag.INT))) {
      return scalar.getValue();
    }
    item.place()
        .problem(
            item.node() instanceof ScalarNode scalar
                ? "expected a text, but found %s; put it in quotes"
                    .formatted(Quoted.of(scalar.getValue()))
                : "expected a text");
    return null;
  }

  static List<TextPattern> texts(YamlMapping mapping, String key, boolean caseSensitive) {
    return each(mapping, key, text -> TextPattern.of(text, caseSensitive));
  }

  static List<PathPattern> paths(YamlMapping mapping, String key) {
    return each(
        mapping,
        key,
        text -> {
          if (!text.startsWith("/")
              && !text.startsWith("=/")
              && !text.startsWith("*")
              && !text.startsWith(TextPattern.RE)) {
            throw new IllegalArgumentException(
                "a path begins with /, =/, * or re:, but found " + Quoted.of(text));
          }
          return PathPattern.of(text);
        });
  }

  static List<HostPattern> hosts(YamlMapping mapping, String key) {
    return each(
        mapping,
        key,
        text -> {
          if (!HOST.matcher(text).matches() || text.startsWith(".") || text.startsWith("=.")) {
            throw new IllegalArgumentException(
                "expected a host in lower case like a.org, =a.org or a.*, but found "
                    + Quoted.of(text));
          }
          return HostPattern.of(text);
        });
  }

  /** Expressions, with the {@code re:} that they must have. */
  static List<Expression> expressions(YamlMapping mapping, String key) {
    return each(mapping, key, text -> Expression.anywhere(expression(text), true));
  }

  /** An expression over a whole text; null when it is missing or reported. */
  static @Nullable Expression whole(YamlMapping mapping, String key) {
    List<Expression> found = each(mapping, key, text -> Expression.whole(expression(text), true));
    return found.isEmpty() ? null : found.get(0);
  }

  private static String expression(String text) {
    if (!text.startsWith(TextPattern.RE)) {
      throw new IllegalArgumentException(
          "expected an RE2 expression behind \"re:\", but found " + Quoted.of(text));
    }
    return text.substring(TextPattern.RE.length());
  }

  private static <T> List<T> each(YamlMapping mapping, String key, Function<String, T> compile) {
    List<T> found = new ArrayList<>();
    for (Item item : items(mapping, key)) {
      String text = text(item);
      if (text == null) {
        continue;
      }
      T compiled = compiled(text, item.place(), compile);
      if (compiled != null) {
        found.add(compiled);
      }
    }
    return found;
  }

  static <T> @Nullable T compiled(String text, Place place, Function<String, T> compile) {
    try {
      return compile.apply(text);
    } catch (PatternSyntaxException e) {
      place.problem(
          "%s is no RE2 expression: %s%s"
              .formatted(
                  Quoted.of(text),
                  e.getDescription(),
                  UNSUPPORTED.matcher(text).find() ? HINT : ""));
    } catch (IllegalArgumentException e) {
      place.problem(String.valueOf(e.getMessage()));
    }
    return null;
  }
}
