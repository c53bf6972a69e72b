package org.curation.enrich.body;

/**
 * How a lane treats bodies.
 *
 * @param format what bodies are written in
 * @param tags what may be in them; of no meaning for {@link Format#AS_CURATED}
 * @param links whether addresses of links are cleaned
 * @param stripReadOn whether a last paragraph like "Read on example.com" is left out
 */
public record BodyRule(Format format, SafeTags tags, Links links, boolean stripReadOn) {
  /** Byte for byte what the editor wrote. */
  public static final BodyRule AS_CURATED =
      new BodyRule(Format.AS_CURATED, SafeTags.ARTICLE, Links.AS_CURATED, false);

  /** What bodies are written in. */
  public enum Format {
    /** Whatever it is; nothing is looked at. */
    AS_CURATED,
    /** HTML, held to the safe list. */
    HTML,
    /** Markdown, whose raw HTML and addresses are held to the safe list. */
    MARKDOWN
  }

  /** What becomes of the addresses of links. */
  public enum Links {
    /** They stay as they are. */
    AS_CURATED,
    /** They go through the cleaner that the item's own link goes through. */
    CLEANED
  }

  /** Whether bodies are held to the safe list. */
  public boolean isSafe() {
    return format != Format.AS_CURATED;
  }
}
