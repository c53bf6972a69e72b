package org.curation.enrich.page.value;

import java.util.Objects;

/**
 * A value that a page gives, and where it stands.
 *
 * @param source for example {@code og:title}, {@code json-ld:author}, {@code url}
 */
public record Candidate<T>(T value, String source) {
  /** Requires both. */
  public Candidate {
    Objects.requireNonNull(value, "value");
    Objects.requireNonNull(source, "source");
  }
}
