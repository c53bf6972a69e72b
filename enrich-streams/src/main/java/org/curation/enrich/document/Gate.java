package org.curation.enrich.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.gate.PublicationGate;
import org.curation.enrich.gate.Verdict;
import org.curation.enrich.record.CuratedItem;
import org.curation.model.Document;
import org.jspecify.annotations.Nullable;

/** Asks the gate about an item and about its finished document. Pure. */
final class Gate {
  private static final int LONGEST_DATE = 64;

  private Gate() {}

  /** Whether the lane publishes the item at this moment. */
  static Verdict of(CuratedItem item, Shaped lane, Instant now) {
    PublicationGate gate = new PublicationGate(lane.publication());
    Map<String, String> dates = new HashMap<>();
    for (String name : gate.fields()) {
      String text = text(item, name);
      if (text != null && !text.isBlank()) {
        dates.put(name, text);
      }
    }
    Verdict verdict =
        gate.decide(new PublicationGate.Facts(item.status(), item.type(), dates), now);
    String missing =
        gate.fields().stream()
            .filter(name -> !dates.containsKey(name))
            .sorted()
            .collect(Collectors.joining(", "));
    return verdict instanceof Verdict.Open open && open.remark() == null && !missing.isEmpty()
        ? new Verdict.Open(open.closesAt(), "the item says nothing in " + missing)
        : verdict;
  }

  /** Whether Hugo would build the document at this moment. */
  static Verdict of(Document document, Instant now) {
    Map<String, String> texts = new HashMap<>();
    ObjectNode frontMatter = document.frontMatter();
    if (frontMatter == null) {
      return new Verdict.Open(null, null);
    }
    frontMatter
        .fields()
        .forEachRemaining(
            entry -> {
              if (entry.getValue().isTextual()
                  && entry.getValue().textValue().length() <= LONGEST_DATE) {
                texts.put(entry.getKey(), entry.getValue().textValue());
              }
            });
    return PublicationGate.hugo(texts, now);
  }

  private static @Nullable String text(CuratedItem item, String name) {
    JsonNode field = item.fields().get(name);
    if (field != null && !field.isNull()) {
      return field.isValueNode() ? field.asText() : field.toString();
    }
    return switch (name) {
      case "createdAt" -> item.createdAt();
      case "updatedAt" -> item.updatedAt();
      default -> null;
    };
  }
}
