package org.curation.enrich.link;

import java.util.List;
import java.util.Locale;
import org.curation.enrich.link.url.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * What came of cleaning an address.
 *
 * @param original as it was given
 * @param outcome in one word
 * @param clean for people and for fetching; null when it was rejected
 * @param key equal for addresses that lead to one place; null when it was rejected
 * @param reason why it was rejected, else null
 * @param rules version and hash of the rule set
 * @param steps in order
 */
public record Cleaned(
    String original,
    Outcome outcome,
    @Nullable String clean,
    @Nullable String key,
    @Nullable Refusal reason,
    RulesId rules,
    List<Step> steps) {
  /** Copies the list. */
  public Cleaned {
    steps = List.copyOf(steps);
  }

  /** What became of an address. */
  public enum Outcome {
    /** It is as it was given. */
    UNCHANGED,
    /** Something was repaired, unwrapped, taken away or written as the standard does. */
    CLEANED,
    /** It is no address that can be published. */
    REJECTED;

    /** The word for records. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Which rules were used.
   *
   * @param version for people
   * @param hash SHA-256 over their texts, lower-case hexadecimal
   */
  public record RulesId(String version, String hash) {}
}
