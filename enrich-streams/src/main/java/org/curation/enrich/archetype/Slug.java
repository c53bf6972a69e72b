package org.curation.enrich.archetype;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.curation.model.CanonicalJson;

/**
 * Text as part of an address: lower-case ASCII letters, digits and single dashes. Published
 * addresses depend on every detail of it. Pure; safe for use by threads.
 */
public final class Slug {
  /** Longest result, in characters. */
  public static final int MAX_LENGTH = 150;

  private static final int HASH_DIGITS = 10;
  private static final Pattern APOSTROPHES = Pattern.compile("['\u2019]");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");
  private static final Pattern OUTER_DASHES = Pattern.compile("^-|-$");

  private Slug() {}

  /**
   * The slug of a text: apostrophes and accents are dropped, everything else that is no ASCII
   * letter or digit becomes a dash. A text that leaves nothing (other scripts, signs, emoji) gives
   * {@code u-} and a hash of the text, so that it still has an address of its own; a blank text
   * gives "".
   */
  public static String of(String text) {
    String plain = APOSTROPHES.matcher(text).replaceAll("");
    plain = MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFKD)).replaceAll("");
    plain = OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-");
    String slug = OUTER_DASHES.matcher(plain).replaceAll("");
    if (!slug.isEmpty()) {
      return bounded(slug);
    }
    return text.isBlank() ? "" : hashed(text);
  }

  private static String bounded(String slug) {
    if (slug.length() <= MAX_LENGTH) {
      return slug;
    }
    int dash = slug.lastIndexOf('-', MAX_LENGTH);
    return slug.substring(0, dash > 0 ? dash : MAX_LENGTH);
  }

  private static String hashed(String text) {
    String hash = CanonicalJson.sha256(text.getBytes(StandardCharsets.UTF_8));
    return "u-" + hash.substring(0, HASH_DIGITS);
  }
}
