package org.curation.enrich.page.image;

import org.jspecify.annotations.Nullable;

/**
 * A small picture that a page offers for itself.
 *
 * @param address absolute
 * @param size the longer side in pixels as the page says; 0 when it doesn't, {@link #ANY} for one
 *     that fits every size
 * @param type the media type as the page says
 * @param source for example {@code link:icon}, {@code link:apple-touch-icon}, {@code json-ld:logo}
 */
public record Icon(String address, int size, @Nullable String type, String source) {
  /** Drawn, not sampled. */
  public static final int ANY = Integer.MAX_VALUE;
}
