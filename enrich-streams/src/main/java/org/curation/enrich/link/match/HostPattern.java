package org.curation.enrich.link.match;

/**
 * Which hosts are meant.
 *
 * @param name the host, or the labels before any public suffix
 * @param anySuffix whether a public suffix must follow the name
 * @param below whether hosts below it are meant too
 */
public record HostPattern(String name, boolean anySuffix, boolean below) {
  private static final String ANY = ".*";

  /** Reads {@code a.org}, {@code =a.org}, {@code a.*} or {@code =a.*}. */
  public static HostPattern of(String text) {
    boolean below = !text.startsWith("=");
    String rest = below ? text : text.substring(1);
    boolean any = rest.endsWith(ANY);
    return new HostPattern(
        any ? rest.substring(0, rest.length() - ANY.length()) : rest, any, below);
  }

  /** Whether a host is meant. */
  public boolean matches(Subject subject) {
    String host = subject.host();
    if (!anySuffix) {
      return at(host, name, below);
    }
    if (!host.contains(name)) {
      return false;
    }
    int start = subject.suffixStart();
    return start > 0 && at(Subject.withoutWww(host.substring(0, start - 1)), name, below);
  }

  private static boolean at(String host, String name, boolean below) {
    return host.endsWith(name)
        && (host.length() == name.length()
            || (below && host.charAt(host.length() - name.length() - 1) == '.'));
  }
}
