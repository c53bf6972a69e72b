package org.curation.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What ingest resolved around a payload so that enrichment needs no network. Each part is null
 * where it could not be had; a later record of the same version may fill it.
 *
 * @param fields custom fields by the camel-case form of their name ({@code "Clean URL"} is {@code
 *     cleanUrl}); list fields as arrays of their titles
 * @param attachments in the order of the source; empty when the item has none
 * @param collection the name of the collection that a Dropmark item belongs to
 * @param asOf when ingest looked all of it up anew, because a name around the item changed without
 *     the item itself; null otherwise. Of two records that are equally new, the one with the later
 *     such time counts, so it is only ever given to a context that has all its parts
 */
public record CurationContext(
    @Nullable Map<String, JsonNode> fields,
    @Nullable ProjectRef project,
    @Nullable String type,
    @Nullable String status,
    @Nullable String author,
    @Nullable List<AttachmentRef> attachments,
    @Nullable String collection,
    @Nullable Instant asOf) {

  /** A context that came with its item. */
  public CurationContext(
      @Nullable Map<String, JsonNode> fields,
      @Nullable ProjectRef project,
      @Nullable String type,
      @Nullable String status,
      @Nullable String author,
      @Nullable List<AttachmentRef> attachments,
      @Nullable String collection) {
    this(fields, project, type, status, author, attachments, collection, null);
  }

  /** The same, looked up anew at a time. */
  public CurationContext asOf(Instant time) {
    return new CurationContext(
        fields, project, type, status, author, attachments, collection, time);
  }

  /**
   * A project of the curation system.
   *
   * @param id number in the source, as text
   * @param identifier the project's name in addresses, for example {@code
   *     medigy-chronic-care-management}; null while only the title is known
   */
  public record ProjectRef(
      @Nullable String id, @Nullable String identifier, @Nullable String name) {}

  /**
   * A file attached to an item.
   *
   * @param id number in the source, as text
   * @param fileName as the editor uploaded it
   * @param contentHref the permanent place of its content, relative to the source
   */
  public record AttachmentRef(
      String id, String fileName, String contentHref, @Nullable String contentType) {
    /** Requires what the file is found by. */
    public AttachmentRef {
      Objects.requireNonNull(id, "id");
      Objects.requireNonNull(fileName, "fileName");
      Objects.requireNonNull(contentHref, "contentHref");
    }
  }
}
