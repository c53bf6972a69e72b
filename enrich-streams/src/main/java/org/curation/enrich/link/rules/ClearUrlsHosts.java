package org.curation.enrich.link.rules;

import java.util.List;
import org.curation.enrich.link.match.HostPattern;

/** The host that an expression over whole addresses asks for, so that it can be indexed. Pure. */
final class ClearUrlsHosts {
  private static final List<String> BEGINNINGS =
      List.of(
          "^https?:\\/\\/(?:[a-z0-9-]+\\.)*?",
          "^https?:\\/\\/(?:[a-z0-9-]+\\.)*",
          "^https?:\\/\\/(?:[a-z0-9-]+\\.)?",
          "^https?:\\/\\/(?:www\\.)?",
          "^https?:\\/\\/");
  private static final String ANY_SUFFIX = "(?:\\.[a-z]{2,}){1,}";

  private ClearUrlsHosts() {}

  /** One pattern; none when the expression's host can't be told, so that it is tried everywhere. */
  static List<HostPattern> of(String urlPattern) {
    for (String beginning : BEGINNINGS) {
      if (urlPattern.startsWith(beginning)) {
        return host(urlPattern.substring(beginning.length()));
      }
    }
    return List.of();
  }

  private static List<HostPattern> host(String rest) {
    StringBuilder name = new StringBuilder();
    int i = 0;
    while (i < rest.length()) {
      char c = rest.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-') {
        name.append(c);
        i++;
      } else if (rest.startsWith("\\.", i)) {
        name.append('.');
        i += 2;
      } else {
        break;
      }
    }
    String after = rest.substring(i);
    if (name.isEmpty() || name.toString().endsWith(".")) {
      return List.of();
    }
    if (after.startsWith(ANY_SUFFIX)) {
      return List.of(new HostPattern(name.toString(), true, true));
    }
    boolean ends = after.isEmpty() || after.startsWith("\\/") || after.startsWith("/");
    return ends && name.indexOf(".") > 0
        ? List.of(new HostPattern(name.toString(), false, true))
        : List.of();
  }
}
