package org.curation.ingest.published;

import java.util.List;
import java.util.Optional;
import org.curation.model.CurationId;

/**
 * A document of a published site.
 *
 * @param file relative to the site's root, with {@code /}
 * @param source the curation system that its front matter names
 * @param id the curation that its front matter names
 * @param documentId its permanent name
 * @param link the article that it is about
 * @param addresses its own first, then its aliases
 * @param path its place relative to the site's root; empty when its lane decides
 */
public record PublishedEntry(
    String file,
    Optional<String> source,
    Optional<CurationId> id,
    String documentId,
    Optional<String> link,
    List<String> addresses,
    Optional<String> path) {
  /** Copies the list. */
  public PublishedEntry {
    addresses = List.copyOf(addresses);
  }
}
