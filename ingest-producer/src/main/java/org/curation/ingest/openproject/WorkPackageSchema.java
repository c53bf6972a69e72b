package org.curation.ingest.openproject;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;

/**
 * The custom fields of one project and type: what {@code /api/v3/work_packages/schemas/101-8}
 * answers.
 *
 * @param href the schema's own address
 * @param customFields by the property that holds the value, in numerical order
 */
public record WorkPackageSchema(String href, Map<String, CustomField> customFields) {
  private static final Pattern PROPERTY = Pattern.compile("customField\\d{1,9}");

  /**
   * One custom field.
   *
   * @param name in camel case
   * @param list whether its type holds several values
   */
  public record CustomField(String name, boolean list) {}

  /**
   * Reads a schema.
   *
   * @throws MalformedRecordException when it doesn't say whose schema it is
   */
  public static WorkPackageSchema of(JsonNode schema) {
    String href = Fields.words(schema, "_links", "self", "href");
    if (href == null) {
      throw new MalformedRecordException(
          "_links.self.href", "the schema's address such as /api/v3/work_packages/schemas/101-8");
    }
    Map<String, CustomField> fields =
        new TreeMap<>(
            (a, b) ->
                a.length() != b.length()
                    ? Integer.compare(a.length(), b.length())
                    : a.compareTo(b));
    schema
        .properties()
        .forEach(
            property -> {
              String name = CamelCase.of(text(property.getValue(), "name"));
              if (isCustomField(property.getKey()) && !name.isEmpty()) {
                boolean list = text(property.getValue(), "type").startsWith("[]");
                fields.put(property.getKey(), new CustomField(name, list));
              }
            });
    return new WorkPackageSchema(href, fields);
  }

  /** Whether a property or link holds a custom field's value. */
  static boolean isCustomField(String property) {
    return PROPERTY.matcher(property).matches();
  }

  private static String text(JsonNode node, String name) {
    String text = Fields.text(node, name);
    return text == null ? "" : text;
  }
}
