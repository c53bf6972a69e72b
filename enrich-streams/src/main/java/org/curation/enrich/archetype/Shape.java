package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A value of front matter with placeholders in it. Pure. */
sealed interface Shape {
  /** The finished value; null (not a null node) when it is left out of what holds it. */
  @Nullable JsonNode render(ObjectNode variables);

  /** A value without placeholders. */
  record Constant(JsonNode value) implements Shape {
    @Override
    public JsonNode render(ObjectNode variables) {
      return value;
    }
  }

  /** A scalar with placeholders. */
  record Filled(Template template) implements Shape {
    @Override
    public @Nullable JsonNode render(ObjectNode variables) {
      JsonNode value = template.value(variables);
      return value.isNull() && template.optional() ? null : value;
    }
  }

  /** A list. */
  record Elements(List<Shape> elements) implements Shape {
    public Elements {
      elements = List.copyOf(elements);
    }

    @Override
    public JsonNode render(ObjectNode variables) {
      ArrayNode list = JsonNodeFactory.instance.arrayNode(elements.size());
      for (Shape element : elements) {
        JsonNode value = element.render(variables);
        if (value != null) {
          list.add(value);
        }
      }
      return list;
    }
  }

  /**
   * A map, written only when its condition (if there is one) gives something.
   *
   * @param base a map whose entries come first; entries of the same key replace them in their place
   */
  record Entries(
      @Nullable Placeholder condition, @Nullable Placeholder base, Map<String, Shape> entries)
      implements Shape {
    Entries(@Nullable Placeholder condition, Map<String, Shape> entries) {
      this(condition, null, entries);
    }

    public Entries {
      entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
    }

    @Override
    public @Nullable JsonNode render(ObjectNode variables) {
      return condition == null || !Texts.isEmpty(condition.value(variables))
          ? renderEntries(variables)
          : null;
    }

    /** The map, whatever its condition says. */
    ObjectNode renderEntries(ObjectNode variables) {
      ObjectNode map = JsonNodeFactory.instance.objectNode();
      if (base != null) {
        base.value(variables)
            .properties()
            .forEach(entry -> map.set(entry.getKey(), entry.getValue().deepCopy()));
      }
      entries.forEach(
          (key, shape) -> {
            JsonNode value = shape.render(variables);
            if (value != null) {
              map.set(key, value);
            }
          });
      return map;
    }
  }
}
