package org.curation.enrich.document;

import java.util.List;
import org.curation.model.CurationId;

/**
 * The names that an item takes when an older one has the name that it would have: the same with its
 * own number behind it, so that everybody can tell whose it is. Pure.
 */
final class Beside {
  private static final String MARKDOWN = ".md";
  private static final int ID_DIGITS = 8;

  private Beside() {}

  /** Slugs to try, the wanted one first. */
  static List<String> slugs(String slug, CurationId id, String documentId) {
    String numbered = slug + "-" + id.sourceId();
    String digits =
        documentId.length() > ID_DIGITS ? documentId.substring(0, ID_DIGITS) : documentId;
    return List.of(slug, numbered, numbered + "-" + digits);
  }

  /** The address beside one. */
  static String address(String address, CurationId id) {
    return address.endsWith("/")
        ? address.substring(0, address.length() - 1) + "-" + id.sourceId() + "/"
        : address + "-" + id.sourceId();
  }

  /** Document ids to try, the pinned one first. */
  static List<String> documentIds(String documentId, CurationId id) {
    boolean named = documentId.endsWith(MARKDOWN);
    String stem =
        named ? documentId.substring(0, documentId.length() - MARKDOWN.length()) : documentId;
    return List.of(documentId, stem + "-" + id.sourceId() + (named ? MARKDOWN : ""));
  }
}
