package org.curation.ingest.openproject;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.TreeMap;
import org.curation.ingest.openproject.WorkPackageSchema.CustomField;
import org.curation.ingest.source.Fields;
import org.jspecify.annotations.Nullable;

/** Names a work package's custom fields. Pure. */
final class CustomFields {
  private CustomFields() {}

  /**
   * The values by camel-case name: properties as they are, formatted text as its raw text, links as
   * their titles. Fields without a value are left out. Of two fields of one name, the one with the
   * lower number that has a value counts.
   */
  static Map<String, JsonNode> of(JsonNode payload, WorkPackageSchema schema) {
    Map<String, JsonNode> values = new TreeMap<>();
    schema
        .customFields()
        .forEach(
            (property, field) -> {
              JsonNode value = value(payload.path(property));
              if (value == null) {
                value = titles(payload.path("_links").path(property), field);
              }
              if (value != null) {
                values.putIfAbsent(field.name(), value);
              }
            });
    return values;
  }

  private static @Nullable JsonNode value(JsonNode property) {
    if (property.isMissingNode() || property.isNull()) {
      return null;
    }
    if (property.has("raw")) {
      String raw = Fields.text(property, "raw");
      return raw == null ? null : TextNode.valueOf(raw);
    }
    return property;
  }

  private static @Nullable JsonNode titles(JsonNode link, CustomField field) {
    if (!link.isArray()) {
      String title = Fields.text(link, "title");
      if (title == null) {
        return null;
      }
      return field.list() ? array().add(title) : TextNode.valueOf(title);
    }
    ArrayNode titles = array();
    for (JsonNode each : link) {
      String title = Fields.text(each, "title");
      if (title != null) {
        titles.add(title);
      }
    }
    return titles;
  }

  private static ArrayNode array() {
    return JsonNodeFactory.instance.arrayNode();
  }
}
