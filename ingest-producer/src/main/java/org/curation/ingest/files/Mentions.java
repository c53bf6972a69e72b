package org.curation.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import org.curation.ingest.files.JsonText.NotJsonException;
import org.curation.model.CurationId;

/**
 * The items that some content claims to be about. Content that is not trusted still counts as a
 * mention, so that nothing is deleted for want of a valid signature. Pure.
 */
final class Mentions {
  private Mentions() {}

  /** The items in bytes; none when they are not JSON. */
  static Set<CurationId> in(byte[] bytes, String name) {
    try {
      return in(JsonText.parse(bytes, name, 1), name);
    } catch (NotJsonException e) {
      return Set.of();
    }
  }

  /** The items in a value. */
  static Set<CurationId> in(JsonNode node, String name) {
    Set<CurationId> ids = new TreeSet<>();
    Shapes.of(
        name,
        node,
        (element, shape) -> {
          switch (shape) {
            case Shape.WorkPackageItem found -> ids.add(found.item().id());
            case Shape.Mark found -> ids.add(found.item().id());
            case Shape.Skip found -> ids.addAll(found.about());
            default -> {}
          }
        });
    return ids;
  }
}
