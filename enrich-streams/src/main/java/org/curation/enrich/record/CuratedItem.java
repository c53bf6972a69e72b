package org.curation.enrich.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.enrich.link.Link;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * A curated item, whatever its source.
 *
 * @param sourceId as the source writes it: a number or a text
 * @param createdAt as the source writes it; ISO 8601 when it is sane
 * @param updatedAt likewise
 * @param fields custom fields by camel-case name
 * @param tags the source's own tags
 * @param image what the featured image is fetched from; null when there is none
 * @param attachments what else is attached, by the name of its resource ({@link
 *     org.curation.model.CaptureKey#FAVICON} and its like)
 * @param published the front matter of a document that was published before; null for a record of a
 *     curation system
 * @param origin scheme, host and port of the curation system, in lower case; null when the record
 *     doesn't tell it
 */
public record CuratedItem(
    CurationId id,
    JsonNode sourceId,
    String title,
    String body,
    Link link,
    @Nullable String createdAt,
    @Nullable String updatedAt,
    @Nullable String author,
    @Nullable String type,
    @Nullable String status,
    @Nullable ProjectRef project,
    @Nullable String collection,
    Map<String, JsonNode> fields,
    List<String> tags,
    @Nullable ImageSource image,
    Map<String, ImageSource> attachments,
    @Nullable ObjectNode published,
    @Nullable String origin) {

  /**
   * Where a featured image or another file comes from.
   *
   * @param url absolute, or a path of the curation system
   * @param fileName as uploaded; empty when unknown
   */
  public record ImageSource(String url, String fileName) {}

  /** The same item with another link. */
  public CuratedItem withLink(Link other) {
    return new CuratedItemBuilder(this, other).build();
  }

  /** What lanes know it by: its curation system, or {@code published}. */
  public String laneSource() {
    return published == null ? id.source() : PublishedPayload.LANE_SOURCE;
  }

  /** Copies the collections. */
  public CuratedItem {
    fields = Map.copyOf(fields);
    tags = List.copyOf(tags);
    attachments = Collections.unmodifiableMap(new TreeMap<>(attachments));
  }
}
