package org.curation.enrich.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.curation.enrich.archetype.Slug;
import org.curation.model.Provenance.Step;

/**
 * Which texts can be addresses of a Hugo site, or parts of one. One bad alias or term makes Hugo
 * give up the whole site, so they are left out and reported. Pure; safe for use by threads.
 */
final class SiteAddress {
  /** Longest part between two slashes, in bytes, with room for what file systems add. */
  static final int MAX_PART = 200;

  private static final int MAX_BYTES = 1000;
  private static final int MAX_SHOWN = 120;
  private static final String ALIASES = "aliases";

  /** As Hugo leaves it: lower case, ends in a letter or digit, no part of it climbs. */
  private static final Pattern SLUG =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{M}\\p{N}._-]*[\\p{L}\\p{M}\\p{N}])?");

  private static final Pattern UNWRITABLE = Pattern.compile("[\\p{Cntrl}\\\\?#]");
  private static final Pattern ENCODED = Pattern.compile("%(?:2e|2f|5c|0|1|7f)");
  private static final Pattern DOTS = Pattern.compile("\\.+");
  private static final Pattern INDEX = Pattern.compile("index\\.[a-z]+");
  private static final Pattern NOT_IN_TERMS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}.]");

  private SiteAddress() {}

  /** The last part of an address; empty when the text leaves nothing that could be one. */
  static String slug(String text) {
    String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
    boolean asHugoHasIt =
        SLUG.matcher(composed).matches()
            && composed.equals(composed.toLowerCase(Locale.ROOT))
            && !composed.contains("..")
            && !INDEX.matcher(composed).matches()
            && bytes(composed) <= MAX_PART;
    return asHugoHasIt ? composed : Slug.of(text);
  }

  /** Whether Hugo can write a page that leads from this address to another. */
  static boolean isUsable(String address) {
    if (bytes(address) > MAX_BYTES
        || UNWRITABLE.matcher(address).find()
        || ENCODED.matcher(address.toLowerCase(Locale.ROOT)).find()) {
      return false;
    }
    boolean anywhere = false;
    for (String part : address.split("/", -1)) {
      if (part.isEmpty()) {
        continue;
      }
      anywhere = true;
      if (DOTS.matcher(part.strip()).matches() || part.isBlank() || bytes(part) > MAX_PART) {
        return false;
      }
    }
    return anywhere;
  }

  /** Those of some addresses that are usable. */
  static List<String> usable(List<String> addresses, List<Step> steps) {
    List<String> usable = new ArrayList<>(addresses);
    usable.removeIf(
        address -> {
          boolean bad = !isUsable(address);
          if (bad) {
            steps.add(new Step("address", "no page can lead from it, left out", shown(address)));
          }
          return bad;
        });
    return usable;
  }

  /** Takes unusable aliases out of the front matter. */
  static void cleanAliases(ObjectNode frontMatter, List<Step> steps) {
    JsonNode aliases = frontMatter.get(ALIASES);
    if (aliases == null || aliases.isNull()) {
      return;
    }
    List<String> said = new ArrayList<>();
    if (aliases.isArray()) {
      aliases.forEach(alias -> said.add(alias.isNull() ? "" : alias.asText()));
    } else {
      said.add(aliases.asText());
    }
    int count = said.size();
    said.removeIf(String::isBlank);
    List<String> usable = usable(said, steps);
    if (usable.size() < count) {
      ArrayNode list = frontMatter.putArray(ALIASES);
      usable.forEach(list::add);
    }
  }

  /** Those topics or tags that Hugo can make a page of. */
  static List<String> terms(String what, List<String> names, List<Step> steps) {
    List<String> usable = new ArrayList<>(names);
    usable.removeIf(
        name -> {
          boolean bad = !isTerm(name);
          if (bad) {
            steps.add(new Step(what, "no page can have this name, left out", shown(name)));
          }
          return bad;
        });
    return usable;
  }

  private static boolean isTerm(String name) {
    for (String part : name.split("/", -1)) {
      // Hugo drops most signs before it makes a folder of the rest.
      String rest = NOT_IN_TERMS.matcher(part).replaceAll("").toLowerCase(Locale.ROOT);
      if (DOTS.matcher(rest).matches() || INDEX.matcher(rest).matches() || bytes(part) > MAX_PART) {
        return false;
      }
    }
    return true;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String shown(String text) {
    return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
  }
}
