package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text with placeholders. Pure and unchangeable; safe for use by threads. */
public final class Template {
  sealed interface Part permits Literal, Hole {}

  record Literal(String text) implements Part {}

  record Hole(Placeholder placeholder) implements Part {}

  private final List<Part> parts;

  Template(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /** The text with every placeholder filled in; null gives "". Never throws. */
  public String text(ObjectNode variables) {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      switch (part) {
        case Literal literal -> text.append(literal.text());
        case Hole hole -> text.append(Texts.of(hole.placeholder().value(variables)));
      }
    }
    return text.toString();
  }

  /** The value with its type when this is exactly one placeholder, else the text. */
  JsonNode value(ObjectNode variables) {
    Placeholder whole = whole();
    return whole == null ? TextNode.valueOf(text(variables)) : whole.value(variables).deepCopy();
  }

  /** The placeholder that this consists of; null when there is more or less than one. */
  @Nullable Placeholder whole() {
    return parts.size() == 1 && parts.get(0) instanceof Hole hole ? hole.placeholder() : null;
  }

  /** Whether a null leaves the key or list element out. */
  boolean optional() {
    Placeholder whole = whole();
    return whole != null && whole.optional();
  }

  /** Whether there is no placeholder at all. */
  boolean isConstant() {
    return parts.stream().noneMatch(Hole.class::isInstance);
  }

  boolean hasOptionalPart() {
    return parts.stream().anyMatch(part -> part instanceof Hole h && h.placeholder().optional());
  }

  /** The text outside of placeholders. */
  String literalText() {
    StringBuilder text = new StringBuilder();
    for (Part part : parts) {
      if (part instanceof Literal literal) {
        text.append(literal.text());
      }
    }
    return text.toString();
  }
}
