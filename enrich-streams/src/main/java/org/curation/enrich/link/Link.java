package org.curation.enrich.link;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A curated link.
 *
 * @param href what readers follow
 * @param original as the curator found it
 * @param host lower case, without user info and port
 */
public record Link(String href, String original, String host) {
  // Possessive and anchored: linear in the length of the input.
  private static final Pattern HTTP =
      Pattern.compile(
          "(?i)\\A(https?)://(?:[^/?#@\\\\]*+@)?([^/?#@:\\\\\\s]++)(?::\\d{1,5}+)?(?:[/?#].*+)?\\z");

  /** Reads a link as curated; empty when it is no http or https address with a host. */
  public static Optional<Link> asCurated(String href, String original) {
    Matcher matcher = HTTP.matcher(href);
    return matcher.matches()
        ? Optional.of(new Link(href, original, matcher.group(2).toLowerCase(Locale.ROOT)))
        : Optional.empty();
  }

  /** The host without a leading {@code www.}; rule recovered from the seeds. */
  public String brand() {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** The brand without its last label, the first part of slugs; rule recovered from the seeds. */
  public String site() {
    String brand = brand();
    int dot = brand.lastIndexOf('.');
    return dot > 0 ? brand.substring(0, dot) : brand;
  }
}
