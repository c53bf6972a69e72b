package org.curation.enrich.yaml;

/** Someone's text, safe to show in a one-line message. Pure. */
public final class Quoted {
  private static final int LONGEST = 80;

  private Quoted() {}

  /** The text in quotes, cut when it is long. */
  public static String of(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    return '"' + shown.replaceAll("[\\p{Cntrl}\\u0085\\u2028\\u2029]", "?") + '"';
  }
}
