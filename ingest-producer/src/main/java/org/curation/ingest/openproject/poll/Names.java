package org.curation.ingest.openproject.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.source.Fields;
import org.curation.model.CanonicalJson;
import org.jspecify.annotations.Nullable;

/** The names that stand around a work package and can change without it. */
final class Names {
  private static final int HASH_CHARS = 12;

  private Names() {}

  /** A short hash of each name, by the address of what bears it; what can't be had is left out. */
  static Map<String, String> of(JsonNode row, Surroundings around) {
    Map<String, String> names = new TreeMap<>();
    row.path("_links")
        .properties()
        .forEach(
            link -> {
              String name = link.getKey();
              if (name.equals("type") || name.equals("status") || name.equals("author")) {
                add(names, link.getValue());
              } else if (name.startsWith("customField")) {
                add(names, link.getValue());
                link.getValue().forEach(each -> add(names, each));
              }
            });
    String project = Fields.words(row, "_links", "project", "href");
    if (project != null) {
      around.project(project).ifPresent(found -> put(names, project, found.toString()));
    }
    String schema = Fields.words(row, "_links", "schema", "href");
    if (schema != null) {
      around.schema(schema).ifPresent(found -> put(names, schema, found.customFields().toString()));
    }
    return names;
  }

  private static void add(Map<String, String> names, JsonNode link) {
    String href = Fields.text(link, "href");
    String title = Fields.text(link, "title");
    if (href != null && title != null && href.startsWith("/")) {
      put(names, href, title);
    }
  }

  private static void put(Map<String, String> names, String href, @Nullable String name) {
    byte[] bytes = String.valueOf(name).getBytes(StandardCharsets.UTF_8);
    names.put(href, CanonicalJson.sha256(bytes).substring(0, HASH_CHARS));
  }
}
