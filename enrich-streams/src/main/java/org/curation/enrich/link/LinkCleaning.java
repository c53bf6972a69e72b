package org.curation.enrich.link;

import org.jspecify.annotations.Nullable;

/**
 * What cleaning gave for a curated link.
 *
 * @param link what is published, fetched and compared
 * @param cleaned how it came about
 */
public record LinkCleaning(Link link, Cleaned cleaned) {
  /**
   * Cleans a curated link. Its key always comes from the clean address, so that a lane that keeps
   * links as curated and one that cleans them find each other's duplicates. A link that is rejected
   * stays as it is, with the key that it had.
   *
   * @param follow whether readers follow the clean address; false for the curated one
   */
  public static LinkCleaning of(UrlCleaner cleaner, Link curated, boolean follow) {
    Cleaned cleaned = cleaner.clean(curated.href());
    String key = cleaned.key();
    if (key == null) {
      return new LinkCleaning(curated, cleaned);
    }
    Link link = follow ? clean(cleaned.clean(), curated) : curated;
    return new LinkCleaning(link.withKey(key), cleaned);
  }

  private static Link clean(@Nullable String href, Link curated) {
    return href == null ? curated : Link.asCurated(href, curated.original()).orElse(curated);
  }
}
