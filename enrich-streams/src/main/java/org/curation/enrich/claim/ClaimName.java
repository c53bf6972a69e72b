package org.curation.enrich.claim;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import org.curation.enrich.link.Link;
import org.curation.model.CanonicalJson;

/**
 * The names that are claimed, as text {@code <kind>:<text>}. Two texts that a file system or Hugo
 * could take for one (letter case, Unicode form, a final slash) are one name. Pure.
 */
public final class ClaimName {
  private static final int MAX_TEXT = 300;
  private static final String ADDRESS = "address:";
  private static final String PATH = "path:";
  private static final String LINK = "link:";

  private ClaimName() {}

  /** The name of an address on the website, be it a document's own or an alias. */
  public static String address(String address) {
    String text =
        address.length() > 1 && address.endsWith("/")
            ? address.substring(0, address.length() - 1)
            : address;
    return ADDRESS + fold(text);
  }

  /** The name of a place in the site's files. */
  public static String path(String path) {
    return PATH + fold(path);
  }

  /** The name of what a link leads to. */
  public static String link(Link link) {
    return LINK + bounded(link.key());
  }

  /** Whether a name is a link's. */
  public static boolean isLink(String name) {
    return name.startsWith(LINK);
  }

  private static String fold(String text) {
    return bounded(Normalizer.normalize(text, Normalizer.Form.NFC).toLowerCase(Locale.ROOT));
  }

  /** Names are parts of keys: neither long nor with control characters. */
  private static String bounded(String text) {
    return text.length() <= MAX_TEXT && text.chars().noneMatch(Character::isISOControl)
        ? text
        : "sha256-" + CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8));
  }
}
