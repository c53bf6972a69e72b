package org.curation.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import org.curation.ingest.source.Fields;
import org.curation.model.SourceEvent;

/** OpenProject's webhook payloads. Pure. */
final class Webhooks {
  private static final String ACTION = "action";
  private static final String WORK_PACKAGE = "work_package";

  private Webhooks() {}

  /** Whether an object is one, of any action. */
  static boolean isWebhook(JsonNode node) {
    String action = Fields.text(node, ACTION);
    return action != null && (node.has(WORK_PACKAGE) || action.indexOf(':') > 0);
  }

  /** What it tells. */
  static Shape of(JsonNode node) {
    String action = Fields.text(node, ACTION);
    JsonNode item = node.path(WORK_PACKAGE);
    return switch (action == null ? "" : action) {
      case "work_package:created" -> Shapes.workPackage(item, SourceEvent.CREATED);
      case "work_package:updated" -> Shapes.workPackage(item, SourceEvent.UPDATED);
      default -> new Shape.Skip("webhook of another action", Set.of());
    };
  }
}
