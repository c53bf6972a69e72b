package org.curation.enrich.offering;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.curation.model.CanonicalJson;
import org.curation.model.CleanText;

/**
 * Which texts name one category, and which offerings are never shown. Letter case, white space and
 * composed characters never tell categories apart; prefixes of vendors and spellings that a site
 * lists don't either. Unchangeable; safe for use by threads.
 *
 * @param prefixes vendors whose name before a colon says nothing, as {@link #fold} gives them
 * @param spellings the name that a site wants, by the {@linkplain #bare bare} form of each spelling
 *     of it, its own too
 * @param excluded numbers of offerings that are treated as if they were withdrawn
 */
public record TopicTable(List<String> prefixes, Map<String, String> spellings, Set<Long> excluded) {
  /** A site without a table. */
  public static final TopicTable EMPTY = new TopicTable(List.of(), Map.of(), Set.of());

  /** One more when {@link #key} gives other keys than before. */
  private static final int FORM = 1;

  /** Longest key, in characters; longer names end in a hash. */
  private static final int MAX_KEY = 300;

  private static final int MOST_FOLDINGS = 4;
  private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");
  private static final Pattern COLON = Pattern.compile(" ?: ?");

  /** Copies the collections. */
  public TopicTable {
    prefixes = List.copyOf(prefixes);
    spellings = Map.copyOf(spellings);
    excluded = Set.copyOf(excluded);
  }

  /** What two names of one category have in common; empty for a name of white space alone. */
  public String key(String name) {
    String bare = bare(name);
    String wanted = spellings.get(bare);
    return bounded(wanted == null ? bare : bare(wanted));
  }

  /** The name as the site wants it: the table's, or the same without superfluous white space. */
  public String name(String name) {
    String wanted = spellings.get(bare(name));
    return wanted == null ? tidy(CleanText.ofValue(name).text()) : wanted;
  }

  /** Whether an offering must not be shown. */
  public boolean excludes(long offeringId) {
    return excluded.contains(offeringId);
  }

  /** Another text for a table that means something else, and when keys are made in another way. */
  public String fingerprint() {
    String all =
        String.join("\0", prefixes)
            + "\1"
            + new TreeMap<>(spellings)
            + "\1"
            + new TreeSet<>(excluded);
    return FORM + "/" + CanonicalJson.sha256(all.getBytes(StandardCharsets.UTF_8));
  }

  /** A name folded and without its vendor. */
  public String bare(String name) {
    String folded = fold(name);
    for (String prefix : prefixes) {
      if (folded.startsWith(prefix) && folded.startsWith(": ", prefix.length())) {
        return folded.substring(prefix.length() + 2);
      }
    }
    return folded;
  }

  /** A text without the differences that nobody means. */
  public static String fold(String text) {
    String folded = composed(CleanText.ofValue(text).text());
    for (int i = 0; i < MOST_FOLDINGS; i++) {
      // By way of upper case, because some letters are two there; the result may compose anew.
      String again =
          composed(
              folded.toLowerCase(Locale.ROOT).toUpperCase(Locale.ROOT).toLowerCase(Locale.ROOT));
      if (again.equals(folded)) {
        break;
      }
      folded = again;
    }
    return COLON.matcher(tidy(folded)).replaceAll(": ").strip();
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC);
  }

  private static String tidy(String text) {
    return SPACE.matcher(text).replaceAll(" ").strip();
  }

  /** Keys are parts of state stores' keys, and anybody may write a name of megabytes. */
  private static String bounded(String key) {
    return key.length() <= MAX_KEY
        ? key
        : CleanText.ofValue(key.substring(0, MAX_KEY / 2)).text()
            + "#"
            + CanonicalJson.sha256(key.getBytes(StandardCharsets.UTF_8));
  }
}
