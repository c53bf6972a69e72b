package org.curation.standalone;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * One made-up work package.
 *
 * @param title empty for one that can't be published
 * @param attachment its featured image, if it has one
 */
record GeneratedWorkPackage(
    int id,
    Project project,
    String title,
    String body,
    List<String> topics,
    @Nullable Attachment attachment) {

  /** Where work packages live. No lane takes those of {@link #OPS}. */
  enum Project {
    CARE(5, "medigy-care-team"),
    MONITORING(6, "medigy-remote-monitoring"),
    NEWS(7, "netspective-medigy-news"),
    OPS(9, "internal-ops");

    private final int number;
    private final String identifier;

    Project(int number, String identifier) {
      this.number = number;
      this.identifier = identifier;
    }

    int number() {
      return number;
    }
  }

  /** An attached file. */
  record Attachment(int id, String fileName) {}

  String link() {
    return "https://www.site-%d.example.org/articles/%d".formatted(id % 97, id);
  }

  GeneratedWorkPackage in(Project other) {
    return new GeneratedWorkPackage(id, other, title, body, topics, attachment);
  }

  GeneratedWorkPackage called(String other) {
    return new GeneratedWorkPackage(id, project, other, body, topics, attachment);
  }

  GeneratedWorkPackage saying(String other) {
    return new GeneratedWorkPackage(id, project, title, other, topics, attachment);
  }

  GeneratedWorkPackage with(Attachment other) {
    return new GeneratedWorkPackage(id, project, title, body, topics, other);
  }

  /** As OpenProject's API tells it. */
  ObjectNode json(int version) {
    ObjectNode item = Json.mapper().createObjectNode();
    item.put("_type", "WorkPackage").put("id", id).put("lockVersion", version);
    item.put("subject", title);
    item.putObject("description").put("format", "markdown").put("raw", body);
    item.put("createdAt", "2024-01-01T08:00:00Z");
    item.put("updatedAt", "2024-01-%02dT08:00:00Z".formatted(version + 1));
    item.put("customField1", link());
    item.put("customField2", Json.mapper().valueToTree(topics).toString());
    ObjectNode embedded = item.putObject("_embedded");
    embedded
        .putObject("project")
        .put("_type", "Project")
        .put("id", project.number)
        .put("identifier", project.identifier)
        .put("name", "Community " + project.number);
    embedded.putObject("type").put("name", "Curated Content");
    embedded.putObject("status").put("name", "New");
    embedded.putObject("author").put("name", "Ann");
    ObjectNode attachments = embedded.putObject("attachments").put("_type", "Collection");
    var elements = attachments.putObject("_embedded").putArray("elements");
    if (attachment != null) {
      ObjectNode file = elements.addObject();
      file.put("_type", "Attachment").put("id", attachment.id());
      file.put("fileName", attachment.fileName());
      file.putObject("_links")
          .putObject("staticDownloadLocation")
          .put("href", "/api/v3/attachments/%d/content".formatted(attachment.id()));
    }
    self(attachments, "/api/v3/work_packages/%d/attachments".formatted(id));
    ObjectNode links = self(item, "/api/v3/work_packages/%d".formatted(id));
    links
        .putObject("schema")
        .put("href", "/api/v3/work_packages/schemas/%d-8".formatted(project.number));
    links.putObject("project").put("href", "/api/v3/projects/%d".formatted(project.number));
    links.putObject("type").put("href", "/api/v3/types/8").put("title", "Curated Content");
    return item;
  }

  private static ObjectNode self(ObjectNode node, String href) {
    ObjectNode links = node.putObject("_links");
    links.putObject("self").put("href", href);
    return links;
  }
}
