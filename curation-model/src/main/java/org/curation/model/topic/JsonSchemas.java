package org.curation.model.topic;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Derives a JSON Schema (draft 2020-12) from a record type: components are properties, those that
 * are not {@code @Nullable} are required, unknown properties are allowed. The schemas in {@code
 * /schemas} are this, committed, so that a change of the contract shows in a review.
 */
public final class JsonSchemas {
  private JsonSchemas() {}

  /** The schema of a record type. */
  public static ObjectNode of(Class<?> type) {
    ObjectNode schema = object();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    schema.put("title", type.getSimpleName());
    schema.setAll(schemaOf(type));
    return schema;
  }

  private static ObjectNode schemaOf(Type type) {
    if (type instanceof ParameterizedType generic) {
      return container(generic);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class || raw == byte[].class || hasTextForm(raw)) {
      ObjectNode text = typed("string");
      if (raw == byte[].class) {
        text.put("contentEncoding", "base64");
      }
      return text;
    }
    if (raw == Instant.class) {
      return typed("string").put("format", "date-time");
    }
    if (raw == long.class || raw == int.class || raw == Long.class || raw == Integer.class) {
      return typed("integer");
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return typed("boolean");
    }
    if (raw.isEnum()) {
      ArrayNode names = typed("string").putArray("enum");
      Arrays.stream(raw.getEnumConstants()).forEach(name -> names.add(name.toString()));
      ObjectNode schema = typed("string");
      schema.set("enum", names);
      return schema;
    }
    if (raw == ObjectNode.class || Map.class.isAssignableFrom(raw)) {
      return typed("object");
    }
    if (JsonNode.class.isAssignableFrom(raw)) {
      return object();
    }
    return recordSchema(raw);
  }

  private static ObjectNode container(ParameterizedType generic) {
    Class<?> raw = (Class<?>) generic.getRawType();
    Type[] arguments = generic.getActualTypeArguments();
    if (Collection.class.isAssignableFrom(raw)) {
      ObjectNode schema = typed("array");
      schema.set("items", schemaOf(arguments[0]));
      return schema;
    }
    ObjectNode schema = typed("object");
    schema.set("additionalProperties", schemaOf(arguments[1]));
    return schema;
  }

  private static ObjectNode recordSchema(Class<?> type) {
    ObjectNode schema = typed("object");
    ObjectNode properties = schema.putObject("properties");
    ArrayNode required = object().putArray("required");
    for (RecordComponent component : type.getRecordComponents()) {
      ObjectNode property = schemaOf(component.getGenericType());
      if (isNullable(component)) {
        JsonNode typeName = property.get("type");
        if (typeName != null) {
          property.putArray("type").add(typeName).add("null");
        }
      } else {
        required.add(component.getName());
      }
      properties.set(component.getName(), property);
    }
    schema.set("required", required);
    return schema;
  }

  private static boolean isNullable(RecordComponent component) {
    AnnotatedType type = component.getAnnotatedType();
    return type.isAnnotationPresent(Nullable.class);
  }

  private static boolean hasTextForm(Class<?> type) {
    return Arrays.stream(type.getMethods()).anyMatch(JsonSchemas::isJsonValue);
  }

  private static boolean isJsonValue(Method method) {
    return method.isAnnotationPresent(JsonValue.class);
  }

  private static ObjectNode typed(String type) {
    return object().put("type", type);
  }

  private static ObjectNode object() {
    return Json.mapper().createObjectNode();
  }
}
