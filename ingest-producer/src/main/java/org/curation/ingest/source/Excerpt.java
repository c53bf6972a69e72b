package org.curation.ingest.source;

/** Shortens foreign text so that it can stand in a message of one line. */
public final class Excerpt {
  private static final int LENGTH = 60;

  private Excerpt() {}

  /** At most 60 characters, control characters replaced. */
  public static String of(String text) {
    String line = text.replaceAll("\\p{Cntrl}", "\uFFFD");
    return line.length() <= LENGTH ? line : line.substring(0, LENGTH) + "…";
  }
}
