package org.curation.enrich.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.curation.enrich.link.Link;
import org.curation.enrich.record.CuratedItem.ImageSource;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * Makes a {@link CuratedItem} of what its source says; what isn't given, it doesn't say. Belongs to
 * one thread.
 */
public final class CuratedItemBuilder {
  private final CurationId id;
  private final JsonNode sourceId;
  private final String title;
  private final Link link;
  private String body = "";
  private @Nullable String createdAt;
  private @Nullable String updatedAt;
  private @Nullable String author;
  private @Nullable String type;
  private @Nullable String status;
  private @Nullable ProjectRef project;
  private @Nullable String collection;
  private Map<String, JsonNode> fields = Map.of();
  private List<String> tags = List.of();
  private @Nullable ImageSource image;
  private Map<String, ImageSource> attachments = Map.of();
  private @Nullable ObjectNode published;
  private @Nullable String origin;

  /** Begins with what each item has. */
  public CuratedItemBuilder(CurationId id, JsonNode sourceId, String title, Link link) {
    this.id = id;
    this.sourceId = sourceId;
    this.title = title;
    this.link = link;
  }

  /** Begins with all that another item has, but for its link. */
  CuratedItemBuilder(CuratedItem item, Link link) {
    this(item.id(), item.sourceId(), item.title(), link);
    body = item.body();
    createdAt = item.createdAt();
    updatedAt = item.updatedAt();
    author = item.author();
    type = item.type();
    status = item.status();
    project = item.project();
    collection = item.collection();
    fields = item.fields();
    tags = item.tags();
    image = item.image();
    attachments = item.attachments();
    published = item.published();
    origin = item.origin();
  }

  CuratedItemBuilder body(String text) {
    body = text;
    return this;
  }

  /** When it was made and changed, as the source writes it. */
  public CuratedItemBuilder dates(@Nullable String created, @Nullable String updated) {
    createdAt = created;
    updatedAt = updated;
    return this;
  }

  CuratedItemBuilder author(@Nullable String name) {
    author = name;
    return this;
  }

  CuratedItemBuilder type(@Nullable String name) {
    type = name;
    return this;
  }

  CuratedItemBuilder status(@Nullable String name) {
    status = name;
    return this;
  }

  CuratedItemBuilder project(@Nullable ProjectRef of) {
    project = of;
    return this;
  }

  CuratedItemBuilder collection(@Nullable String name) {
    collection = name;
    return this;
  }

  CuratedItemBuilder fields(Map<String, JsonNode> byName) {
    fields = byName;
    return this;
  }

  CuratedItemBuilder tags(List<String> names) {
    tags = names;
    return this;
  }

  CuratedItemBuilder image(@Nullable ImageSource source) {
    image = source;
    return this;
  }

  CuratedItemBuilder attachments(Map<String, ImageSource> byResource) {
    attachments = byResource;
    return this;
  }

  CuratedItemBuilder published(ObjectNode frontMatter) {
    published = frontMatter;
    return this;
  }

  CuratedItemBuilder origin(@Nullable String address) {
    origin = address;
    return this;
  }

  /** The item. */
  public CuratedItem build() {
    return new CuratedItem(
        id,
        sourceId,
        title,
        body,
        link,
        createdAt,
        updatedAt,
        author,
        type,
        status,
        project,
        collection,
        fields,
        tags,
        image,
        attachments,
        published,
        origin);
  }
}
