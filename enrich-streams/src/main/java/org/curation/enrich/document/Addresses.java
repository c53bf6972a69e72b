package org.curation.enrich.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.curation.enrich.claim.ClaimName;
import org.curation.enrich.state.Claimed.Answer;
import org.jspecify.annotations.Nullable;

/**
 * A document's address and every other address that must lead to it.
 *
 * @param current where the document is
 * @param others its archetype's aliases, then former addresses, oldest first
 * @param dropped aliases that belong to other documents
 * @param ever all that it ever wanted, oldest first: what is pinned
 */
record Addresses(String current, List<String> others, List<String> dropped, List<String> ever) {
  private static final String ALIASES = "aliases";

  Addresses {
    others = List.copyOf(others);
    dropped = List.copyOf(dropped);
    ever = List.copyOf(ever);
  }

  /** Where the document can be found now, in the order in which it wanted to. */
  List<String> found() {
    List<String> found = new ArrayList<>();
    for (String address : ever) {
      if (address.equals(current) || others.contains(address)) {
        found.add(address);
      }
    }
    others.stream().filter(address -> !found.contains(address)).forEach(found::add);
    if (!found.contains(current)) {
      found.add(current);
    }
    return found;
  }

  /**
   * Joins what the archetype says with what was wanted before, keeps what belongs to this document,
   * and writes the aliases into the front matter: a text while there is one, a list after.
   *
   * @param wanted the address that the item would have for itself
   * @param current the address that it has
   * @param beside the address beside a lost one
   */
  static Addresses apply(
      ObjectNode frontMatter,
      String wanted,
      String current,
      List<String> before,
      WantedNames names,
      UnaryOperator<String> beside) {
    List<String> own = texts(frontMatter.get(ALIASES));
    Map<String, String> ever = new LinkedHashMap<>();
    before.forEach(address -> ever.putIfAbsent(key(address), address));
    ever.putIfAbsent(key(wanted), wanted);
    own.forEach(address -> ever.putIfAbsent(key(address), address));

    Map<String, String> others = new LinkedHashMap<>();
    own.forEach(address -> others.putIfAbsent(key(address), address));
    ever.forEach(others::putIfAbsent);
    Map<String, String> kept = new LinkedHashMap<>();
    List<String> dropped = new ArrayList<>();
    for (String address : others.values()) {
      String name = ClaimName.address(address);
      Answer answer = names.other(name);
      keep(address, answer, kept, dropped);
      if (answer != null && answer.preceded() && names.isOwn(name)) {
        // It may have been published beside the older item's address, or would have been.
        String other = beside.apply(address);
        keep(other, names.beside(ClaimName.address(other)), kept, dropped);
      }
    }
    // Also one that differs in letter case only: on many a disk it is the same file.
    kept.values().removeIf(address -> same(address, current));
    dropped.removeIf(address -> same(address, wanted));
    List<String> aliases = List.copyOf(kept.values());
    write(frontMatter, aliases);
    return new Addresses(current, aliases, dropped, List.copyOf(ever.values()));
  }

  private static void keep(
      String address, @Nullable Answer answer, Map<String, String> kept, List<String> dropped) {
    if (answer != null && answer.owned()) {
      kept.putIfAbsent(key(address), address);
    } else if (answer != null) {
      dropped.add(address);
    }
  }

  private static void write(ObjectNode frontMatter, List<String> aliases) {
    if (aliases.isEmpty()) {
      if (frontMatter.has(ALIASES)) {
        frontMatter.putArray(ALIASES);
      }
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

  private static boolean same(String a, String b) {
    return ClaimName.address(a).equals(ClaimName.address(b));
  }

  /** With and without a final slash Hugo writes the same page. */
  private static String key(String address) {
    return address.length() > 1 && address.endsWith("/")
        ? address.substring(0, address.length() - 1)
        : address;
  }

  private static List<String> texts(@Nullable JsonNode node) {
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
