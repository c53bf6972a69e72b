package org.curation.ingest.openproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.source.Fields;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.jspecify.annotations.Nullable;

/**
 * Resolves the context of a work package: from what its payload embeds, else from what is known
 * around it, else from the titles of its links. Pure.
 */
public final class WorkPackageContext {
  private static final String EMBEDDED = "_embedded";
  private static final String LINKS = "_links";
  private static final String PROJECT = "project";

  private WorkPackageContext() {}

  /**
   * The context.
   *
   * @throws org.curation.ingest.source.MalformedRecordException when embedded attachments have no
   *     id
   */
  public static CurationContext of(WorkPackage item, Surroundings around) {
    JsonNode payload = item.payload();
    return new CurationContext(
        fields(payload, around),
        project(payload, around),
        name(payload, "type"),
        name(payload, "status"),
        name(payload, "author"),
        attachments(item, around),
        null);
  }

  /** The address of the project that a work package belongs to; null when it doesn't say. */
  public static @Nullable String projectHref(JsonNode payload) {
    String embedded = Fields.words(payload, EMBEDDED, PROJECT, LINKS, "self", "href");
    return embedded == null ? Fields.words(payload, LINKS, PROJECT, "href") : embedded;
  }

  /** The project that a payload embeds; null unless it embeds one with its identifier. */
  public static @Nullable ProjectRef embeddedProject(JsonNode payload) {
    return project(Fields.at(payload, EMBEDDED, PROJECT));
  }

  /** A project as OpenProject shows it; null unless it has its identifier. */
  public static @Nullable ProjectRef project(JsonNode project) {
    String identifier = Fields.words(project, "identifier");
    return identifier == null
        ? null
        : new ProjectRef(Fields.id(project, "id"), identifier, Fields.text(project, "name"));
  }

  /** The attachments that a payload embeds; null unless it embeds them. */
  public static @Nullable List<AttachmentRef> embeddedAttachments(JsonNode payload) {
    JsonNode collection = Fields.at(payload, EMBEDDED, "attachments");
    return Attachments.elements(collection).isArray() ? Attachments.of(collection) : null;
  }

  private static @Nullable Map<String, JsonNode> fields(JsonNode payload, Surroundings around) {
    String href = Fields.words(payload, LINKS, "schema", "href");
    return href == null
        ? null
        : around.schema(href).map(schema -> CustomFields.of(payload, schema)).orElse(null);
  }

  private static @Nullable ProjectRef project(JsonNode payload, Surroundings around) {
    ProjectRef embedded = embeddedProject(payload);
    if (embedded != null) {
      return embedded;
    }
    String href = projectHref(payload);
    Optional<ProjectRef> known = href == null ? Optional.empty() : around.project(href);
    String title = Fields.text(payload, LINKS, PROJECT, "title");
    if (known.isPresent() || (href == null && title == null)) {
      return known.orElse(null);
    }
    return new ProjectRef(Hrefs.lastNumber(href), null, title);
  }

  private static @Nullable List<AttachmentRef> attachments(WorkPackage item, Surroundings around) {
    List<AttachmentRef> embedded = embeddedAttachments(item.payload());
    return embedded != null ? embedded : around.attachments(item.id()).orElse(null);
  }

  private static @Nullable String name(JsonNode payload, String part) {
    String embedded = Fields.text(payload, EMBEDDED, part, "name");
    return embedded == null ? Fields.text(payload, LINKS, part, "title") : embedded;
  }
}
