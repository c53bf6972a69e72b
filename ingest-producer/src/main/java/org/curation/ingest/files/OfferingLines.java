package org.curation.ingest.files;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Offering;

/** Offerings and their withdrawals. Pure. */
public final class OfferingLines {
  private static final String ID = "offeringId";

  private OfferingLines() {}

  /** Whether an object is about an offering. */
  static boolean isOffering(JsonNode node) {
    return node.has(ID);
  }

  /**
   * The offering, or its withdrawal, as a source tells it.
   *
   * @throws MalformedRecordException when it is something else, or a part is missing or wrong
   */
  public static SourceItem item(JsonNode node) {
    return switch (of(node)) {
      case Shape.Withdrawn told -> new SourceItem.OfferingWithdrawn(told.offeringId());
      case Shape.Offered told -> new SourceItem.OfferingItem(told.offering());
      default -> throw new IllegalStateException("an offering is offered or withdrawn");
    };
  }

  /**
   * The offering, or its withdrawal.
   *
   * @throws MalformedRecordException when a part is missing or wrong
   */
  static Shape of(JsonNode node) {
    JsonNode id = node.path(ID);
    if (!id.isIntegralNumber() || !id.canConvertToLong()) {
      throw new MalformedRecordException(ID, "a whole number");
    }
    JsonNode withdrawn = node.path("withdrawn");
    if (withdrawn.isBoolean() && withdrawn.booleanValue()) {
      return new Shape.Withdrawn(id.longValue());
    }
    String label = Fields.words(node, "label");
    if (label == null) {
      throw new MalformedRecordException("label", "the offering's name");
    }
    return new Shape.Offered(new Offering(id.longValue(), label, categories(node)));
  }

  private static List<String> categories(JsonNode node) {
    JsonNode categories = node.path("categories");
    if (!categories.isArray()) {
      throw new MalformedRecordException("categories", "a list of names");
    }
    List<String> names = new ArrayList<>();
    for (JsonNode category : categories) {
      if (!category.isTextual()) {
        throw new MalformedRecordException("categories[" + names.size() + "]", "a name in quotes");
      }
      names.add(category.textValue());
    }
    return names;
  }
}
