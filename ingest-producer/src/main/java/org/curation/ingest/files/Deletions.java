package org.curation.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.model.CurationId;

/** The word that an item was deleted, as a line of its own. Pure. */
final class Deletions {
  private static final String DELETED = "deleted";
  private static final String VERSION = "version";

  private Deletions() {}

  /** Whether an object is one. */
  static boolean isDeletion(JsonNode node) {
    return node.path(DELETED).isTextual();
  }

  /**
   * What was deleted.
   *
   * @throws MalformedRecordException when a part is missing or wrong
   */
  static Shape of(JsonNode node) {
    JsonNode version = node.path(VERSION);
    boolean any = version.isMissingNode() || version.isNull();
    if (!any
        && !(version.isIntegralNumber()
            && version.canConvertToLong()
            && version.longValue() >= 0)) {
      throw new MalformedRecordException(VERSION, "a whole number from 0, or nothing");
    }
    String id = Fields.text(node, DELETED);
    try {
      return new Shape.Deletion(
          CurationId.parse(id == null ? "" : id), any ? null : version.longValue());
    } catch (IllegalArgumentException e) {
      throw new MalformedRecordException(DELETED, "a curation id such as open-project:4103");
    }
  }
}
