package org.curation.model;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What one curation says about a name that only one may have: the value of {@code curation.claims}.
 *
 * @param name kind and text: {@code address:/news/some-slug}, {@code path:content/news/….md},
 *     {@code link:example.org/article}
 * @param claimant who wants it
 * @param number one more for each word of this claimant about this name; answers to older ones are
 *     ignored
 * @param stake what it wants
 * @param certain whether it is claimed whatever others want; false for a name beside one that an
 *     older item has
 * @param seniority decides between claimants: the older one has the name
 * @param documentId the claimant's permanent name, for those who point to it
 */
public record Claim(
    String name,
    CurationId claimant,
    long number,
    Stake stake,
    boolean certain,
    Seniority seniority,
    @Nullable String documentId) {

  /** What a claimant wants. */
  public enum Stake {
    /** It wants the name and uses it as soon as it is granted. */
    WANTED,
    /** It wants the name, lost it, and uses it no longer. */
    YIELDED,
    /** It wants the name no longer. */
    RELEASED
  }

  /**
   * How old a claimant is. Taken from the source alone, so that every order of arrival agrees.
   *
   * @param imported whether it was published before it was ingested; such ones come first
   * @param createdAt when the source made the item; null when it doesn't say, such ones come last
   */
  public record Seniority(boolean imported, @Nullable Instant createdAt) {}

  /** Longest name and document id, in characters. */
  public static final int MAX_TEXT = 512;

  /** Requires all but the document id, and texts that can be parts of keys. */
  public Claim {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(claimant, "claimant");
    Objects.requireNonNull(stake, "stake");
    Objects.requireNonNull(seniority, "seniority");
    check("name", name);
    check("documentId", documentId == null ? "" : documentId);
  }

  private static void check(String what, String text) {
    if (text.length() > MAX_TEXT || text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(
          "%s must have at most %d characters and no control characters".formatted(what, MAX_TEXT));
    }
  }
}
