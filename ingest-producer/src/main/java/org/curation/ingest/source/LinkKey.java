package org.curation.ingest.source;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Folds what two spellings of one address usually differ in: scheme {@code http} or {@code https},
 * leading {@code www.}, trailing slashes of the path, case of the host. Pure; any text has a key.
 */
public final class LinkKey {
  private static final Pattern SCHEME = Pattern.compile("^https?://", Pattern.CASE_INSENSITIVE);
  private static final Pattern PARTS = Pattern.compile("(?s)^([^/?#]*)([^?#]*)(.*)$");
  private static final String WWW = "www.";

  private LinkKey() {}

  /** The key of a link; equal for links that lead to one place. */
  public static String of(String link) {
    Matcher parts = PARTS.matcher(SCHEME.matcher(link.strip()).replaceFirst(""));
    if (!parts.matches()) {
      return link;
    }
    return host(parts.group(1)) + path(parts.group(2)) + parts.group(3);
  }

  private static String host(String host) {
    String folded = host.toLowerCase(Locale.ROOT);
    return folded.startsWith(WWW) ? folded.substring(WWW.length()) : folded;
  }

  private static String path(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }
}
