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
 * @param key equal for links that lead to one place
 */
public record Link(String href, String original, String host, String key) {
  // Possessive and anchored: linear in the length of the input.
  private static final Pattern HTTP =
      Pattern.compile(
          "(?i)\\A(https?)://(?:[^/?#@\\\\]*+@)?([^/?#@:\\\\\\s]++)(?::\\d{1,5}+)?(?:[/?#].*+)?\\z");

  private static final Pattern PLACE =
      Pattern.compile(
          "(?is)\\Ahttps?://(?:[^/?#@\\\\]*+@)?[^/?#@:\\\\\\s]++(:\\d{1,5}+)?([^?#]*+)(.*+)\\z");

  /** Reads a link as curated; empty when it is no http or https address with a host. */
  public static Optional<Link> asCurated(String href, String original) {
    Matcher matcher = HTTP.matcher(href);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String host = matcher.group(2).toLowerCase(Locale.ROOT);
    return Optional.of(new Link(href, original, host, plainKey(href, host)));
  }

  /** The same link, known by another key. */
  public Link withKey(String other) {
    return new Link(href, original, host, other);
  }

  /**
   * The key of a link that can't be cleaned: without scheme, user info, {@code www.}, usual port,
   * letter case of the host and slashes that end the path.
   */
  private static String plainKey(String href, String host) {
    Matcher parts = PLACE.matcher(href);
    if (!parts.matches()) {
      return href;
    }
    String path = parts.group(2);
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    String port = parts.group(1) == null ? "" : parts.group(1);
    return brand(host)
        + (port.equals(":80") || port.equals(":443") ? "" : port)
        + path.substring(0, end)
        + parts.group(3);
  }

  /** The host without a leading {@code www.}; rule recovered from the seeds. */
  public String brand() {
    return brand(host);
  }

  private static String brand(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }

  /** The brand without its last label, the first part of slugs; rule recovered from the seeds. */
  public String site() {
    String brand = brand();
    int dot = brand.lastIndexOf('.');
    return dot > 0 ? brand.substring(0, dot) : brand;
  }
}
