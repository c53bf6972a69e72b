package org.curation.ingest.testing;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/**
 * A work package of the simulated OpenProject.
 *
 * @param updated finer than what the API shows, as in the real one's database
 */
record SimulatedWorkPackage(
    long id, int project, int type, int lock, String subject, Instant created, Instant updated) {

  SimulatedWorkPackage changed(String newSubject, Instant now) {
    return new SimulatedWorkPackage(id, project, type, lock + 1, newSubject, created, now);
  }

  SimulatedWorkPackage moved(int otherProject, Instant now) {
    return new SimulatedWorkPackage(id, otherProject, type, lock + 1, subject, created, now);
  }

  ObjectNode json(String projectName, String author) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("_type", "WorkPackage").put("id", id).put("lockVersion", lock);
    json.put("subject", subject);
    json.putObject("description").put("format", "markdown").put("raw", "<p>Text of " + id + "</p>");
    json.put("createdAt", created.truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("updatedAt", updated.truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("customField7", "https://site.example/item/" + id);
    json.put("customField8", "https://site.example/item/" + id);
    ObjectNode links = json.putObject("_links");
    Map.of(
            "self", "/api/v3/work_packages/" + id,
            "schema", "/api/v3/work_packages/schemas/" + project + "-" + type,
            "attachments", "/api/v3/work_packages/" + id + "/attachments")
        .forEach((name, href) -> links.putObject(name).put("href", href));
    link(links, "project", "/api/v3/projects/" + project, projectName);
    link(links, "type", "/api/v3/types/" + type, type == 8 ? "Curated Content" : "Task");
    link(links, "status", "/api/v3/statuses/1", "New");
    link(links, "author", "/api/v3/users/303", author);
    links
        .putArray("customField10")
        .addObject()
        .put("href", "/api/v3/custom_options/501")
        .put("title", "Engagement");
    return json;
  }

  private static void link(ObjectNode links, String name, String href, String title) {
    links.putObject(name).put("href", href).put("title", title);
  }
}
