package org.curation.ingest.openproject;

import java.util.Locale;
import java.util.regex.Pattern;

/** The name under which a custom field is known to lanes and archetypes. Pure. */
public final class CamelCase {
  private static final Pattern BOUNDARY =
      Pattern.compile("[^\\p{L}\\p{N}]+|(?<=[\\p{Ll}\\p{N}])(?=\\p{Lu})");

  private CamelCase() {}

  /**
   * {@code "Clean URL"} gives {@code cleanUrl}; a name that already has this form stays; a name
   * without letters and digits gives an empty text.
   */
  public static String of(String name) {
    StringBuilder camel = new StringBuilder();
    for (String word : BOUNDARY.split(name, -1)) {
      if (word.isEmpty()) {
        continue;
      }
      String lower = word.toLowerCase(Locale.ROOT);
      if (camel.isEmpty()) {
        camel.append(lower);
      } else {
        int first = lower.offsetByCodePoints(0, 1);
        camel.append(lower.substring(0, first).toUpperCase(Locale.ROOT));
        camel.append(lower, first, lower.length());
      }
    }
    return camel.toString();
  }
}
