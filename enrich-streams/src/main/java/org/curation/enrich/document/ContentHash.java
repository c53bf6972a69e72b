package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.curation.model.CanonicalJson;
import org.curation.model.Document;
import org.curation.model.Document.Asset;
import org.curation.model.topic.Json;

/** The hash of what readers can see of a document; where its images lie in the log is not part. */
final class ContentHash {
  private ContentHash() {}

  static String published(
      String path, Document.Style style, ObjectNode frontMatter, String body, List<Asset> assets) {
    ObjectNode visible = Json.mapper().createObjectNode();
    visible.put("path", path);
    visible.put("style", style.name());
    if (style == Document.Style.ORDERED) {
      // The order of keys shows in the file, so it must show in the hash.
      visible.put("frontMatter", frontMatter.toString());
    } else {
      visible.set("frontMatter", frontMatter);
    }
    visible.put("body", body);
    var files = visible.putObject("assets");
    assets.forEach(asset -> files.put(asset.name(), asset.sha256()));
    return CanonicalJson.sha256(visible);
  }

  static String unpublished(String path) {
    return CanonicalJson.sha256(
        Json.mapper().createObjectNode().put("path", path).put("unpublished", true));
  }
}
