package org.curation.enrich.document;

import org.curation.enrich.archetype.Archetype;
import org.curation.enrich.archetype.Lane;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.link.Cleaned;
import org.curation.enrich.link.UrlCleaner;
import org.curation.enrich.record.CuratedItem;

/** What a record is to the site. */
sealed interface Classification {
  /**
   * It becomes a document.
   *
   * @param item with its link as the lane wants it
   * @param cleaned what cleaning its link gave
   * @param links cleans the links of its body
   */
  record Shapeable(
      CuratedItem item,
      Cleaned cleaned,
      UrlCleaner links,
      Lane lane,
      Shaped treatment,
      Archetype archetype)
      implements Classification {}

  /** Its lane says that such items are not published. */
  record Ignored(Lane lane, String reason) implements Classification {}

  /** It can't become a document until somebody mends it. */
  record Unusable(String reason, String message) implements Classification {}
}
