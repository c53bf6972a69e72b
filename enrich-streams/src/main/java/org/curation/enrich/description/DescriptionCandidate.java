package org.curation.enrich.description;

import java.util.Objects;

/**
 * A text that could describe a page.
 *
 * @param source where it comes from, for example {@code og:description}
 * @param text as it stood there, after the parser's own decoding; not cleaned
 */
public record DescriptionCandidate(String source, String text) {
  /** Requires both. */
  public DescriptionCandidate {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(text, "text");
  }
}
