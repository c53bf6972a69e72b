package org.curation.ingest.openproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.model.CurationContext.AttachmentRef;
import org.jspecify.annotations.Nullable;

/** Reads OpenProject's lists of attachments. Pure. */
public final class Attachments {
  private Attachments() {}

  /**
   * The number of the work package that a collection of attachments belongs to, as its own address
   * says; null when it is no such collection.
   */
  public static @Nullable String workPackageOf(JsonNode collection) {
    return Hrefs.attachmentsOf(Fields.text(collection, "_links", "self", "href"));
  }

  /**
   * The attachments in the order of the source.
   *
   * @throws MalformedRecordException when one has no id
   */
  public static List<AttachmentRef> of(JsonNode collection) {
    List<AttachmentRef> attachments = new ArrayList<>();
    for (JsonNode element : elements(collection)) {
      attachments.add(attachment(element, attachments.size()));
    }
    return attachments;
  }

  /** The collection's elements; a missing node when it is no collection. */
  static JsonNode elements(JsonNode collection) {
    return Fields.at(collection, "_embedded", "elements");
  }

  private static AttachmentRef attachment(JsonNode element, int index) {
    String id = Fields.id(element, "id");
    if (id == null) {
      throw new MalformedRecordException(
          "_embedded.elements[%d].id".formatted(index), "an attachment's number");
    }
    return new AttachmentRef(
        id,
        firstOf(
            Fields.text(element, "fileName"), Fields.text(element, "_links", "self", "title"), ""),
        firstOf(
            Fields.words(element, "_links", "staticDownloadLocation", "href"),
            Fields.words(element, "_links", "downloadLocation", "href"),
            "/api/v3/attachments/" + id + "/content"),
        Fields.text(element, "contentType"));
  }

  private static String firstOf(@Nullable String first, @Nullable String second, String last) {
    if (first != null) {
      return first;
    }
    return second != null ? second : last;
  }
}
