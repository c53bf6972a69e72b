package org.curation.enrich.yaml;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.curation.service.Suggestion;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Typed values of a mapping's keys. A missing key gives the default; a wrong value is reported and
 * gives the default too, so that reading goes on.
 */
public record YamlValues(YamlMapping mapping) {
  /** The text at a key; null when it is missing or reported. */
  public @Nullable String text(String key) {
    YamlMapping.Entry entry = mapping.get(key);
    return entry == null ? null : text(entry.value(), entry.place());
  }

  /** The same; missing is reported. */
  public @Nullable String requiredText(String key, String purpose) {
    if (mapping.get(key) == null) {
      mapping.place().problem("key \"" + key + "\" is required: " + purpose);
    }
    return text(key);
  }

  /** The text at a key; one that doesn't match is reported. */
  public String text(String key, String missing, Pattern allowed, String expected) {
    String text = text(key);
    if (text == null || allowed.matcher(text).matches()) {
      return text == null ? missing : text;
    }
    mapping.placeOf(key).problem("expected " + expected + ", but found " + Quoted.of(text));
    return missing;
  }

  /** A constant of an enum, written in lower case with dashes. */
  public <E extends Enum<E>> E oneOf(String key, E missing) {
    YamlMapping.Entry entry = mapping.get(key);
    // Of what isn't text, such as true, the known values say more than that it is none.
    String text =
        entry != null && entry.value() instanceof ScalarNode scalar && !isNothing(scalar)
            ? scalar.getValue()
            : text(key);
    if (text == null) {
      return missing;
    }
    List<String> known = new ArrayList<>();
    for (E constant : missing.getDeclaringClass().getEnumConstants()) {
      String name = constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
      if (name.equals(text)) {
        return constant;
      }
      known.add(name);
    }
    mapping
        .placeOf(key)
        .problem("unknown value " + Quoted.of(text) + Suggestion.phrase(text, known));
    return missing;
  }

  /** The digits of a number at a key, with or without a decimal point; others are reported. */
  public String decimal(String key, String missing, Pattern allowed, String expected) {
    YamlMapping.Entry entry = mapping.get(key);
    if (entry == null) {
      return missing;
    }
    String text = entry.value() instanceof ScalarNode scalar ? scalar.getValue() : "";
    if (allowed.matcher(text).matches()) {
      return text;
    }
    entry.place().problem("expected " + expected + ", but found " + Quoted.of(text));
    return missing;
  }

  /** True or false; false when it is missing. */
  public boolean flag(String key) {
    YamlMapping.Entry entry = mapping.get(key);
    if (entry != null
        && entry.value() instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.BOOL)) {
      return scalar.getValue().toLowerCase(Locale.ROOT).equals("true");
    }
    if (entry != null) {
      entry
          .place()
          .problem(
              "expected true or false"
                  + (entry.value() instanceof ScalarNode found
                      ? ", without quotes, but found " + Quoted.of(found.getValue())
                      : ""));
    }
    return false;
  }

  /** One text or a list of them; empty when reported. */
  public static List<String> texts(Node node, Place place) {
    if (!(node instanceof SequenceNode list)) {
      String one = text(node, place);
      return one == null ? List.of() : List.of(one);
    }
    if (list.getValue().isEmpty()) {
      place.problem("the list is empty; leave the key out for all, or name one");
    }
    List<String> texts = new ArrayList<>();
    for (Node element : list.getValue()) {
      String text = text(element, place.element(texts.size(), element));
      if (text != null && texts.contains(text)) {
        place.element(texts.size(), element).problem(Quoted.of(text) + " is in the list already");
      }
      texts.add(text == null ? "" : text);
    }
    return texts;
  }

  /** The text of a node; null when it is reported. */
  public static @Nullable String text(Node node, Place place) {
    if (node instanceof ScalarNode scalar && isText(scalar)) {
      if (!scalar.getValue().isBlank()) {
        return scalar.getValue();
      }
      place.problem("must not be empty");
      return null;
    }
    place.problem(
        node instanceof ScalarNode scalar
            ? isNothing(scalar)
                ? "there is nothing; say what it is, or leave the key out"
                : "expected a text, but found %s; put it in quotes"
                    .formatted(Quoted.of(scalar.getValue()))
            : "expected a text");
    return null;
  }

  private static boolean isNothing(ScalarNode scalar) {
    return scalar.getTag().equals(Tag.NULL);
  }

  private static boolean isText(ScalarNode scalar) {
    return Arrays.asList(Tag.STR, Tag.INT).contains(scalar.getTag());
  }
}
