package org.curation.enrich.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A document's address and every other address that must lead to it.
 *
 * @param current where the document is
 * @param others its archetype's aliases, then former addresses, oldest first
 * @param ever all of them, oldest first: what is pinned
 */
record Addresses(String current, List<String> others, List<String> ever) {
  private static final String ALIASES = "aliases";

  Addresses {
    others = List.copyOf(others);
    ever = List.copyOf(ever);
  }

  /**
   * Joins what the archetype says with what was published before, and writes the aliases into the
   * front matter: a text while there is one, a list after.
   */
  static Addresses apply(ObjectNode frontMatter, String current, List<String> before) {
    List<String> own = texts(frontMatter.get(ALIASES));
    Map<String, String> ever = new LinkedHashMap<>();
    before.forEach(address -> ever.putIfAbsent(key(address), address));
    ever.putIfAbsent(key(current), current);
    own.forEach(address -> ever.putIfAbsent(key(address), address));

    Map<String, String> others = new LinkedHashMap<>();
    own.forEach(address -> others.putIfAbsent(key(address), address));
    ever.forEach(others::putIfAbsent);
    others.remove(key(current));
    List<String> aliases = List.copyOf(others.values());
    write(frontMatter, aliases);
    return new Addresses(current, aliases, List.copyOf(ever.values()));
  }

  private static void write(ObjectNode frontMatter, List<String> aliases) {
    if (aliases.isEmpty() && !frontMatter.has(ALIASES)) {
      return;
    }
    // Hugo takes a single text with a space for two aliases.
    if (aliases.size() == 1 && aliases.get(0).indexOf(' ') < 0) {
      frontMatter.put(ALIASES, aliases.get(0));
    } else {
      ArrayNode list = frontMatter.arrayNode();
      aliases.forEach(list::add);
      frontMatter.set(ALIASES, list);
    }
  }

  /** With and without a final slash Hugo writes the same page. */
  private static String key(String address) {
    return address.length() > 1 && address.endsWith("/")
        ? address.substring(0, address.length() - 1)
        : address;
  }

  private static List<String> texts(@org.jspecify.annotations.Nullable JsonNode node) {
    List<String> texts = new ArrayList<>();
    if (node != null && node.isArray()) {
      node.forEach(element -> texts.add(element.asText("")));
    } else if (node != null) {
      texts.add(node.asText(""));
    }
    texts.removeIf(String::isBlank);
    return texts;
  }
}
