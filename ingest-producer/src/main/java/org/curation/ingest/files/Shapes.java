package org.curation.ingest.files;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.curation.ingest.dropmark.DropmarkItem;
import org.curation.ingest.openproject.Attachments;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.openproject.WorkPackageContext;
import org.curation.ingest.openproject.WorkPackageSchema;
import org.curation.ingest.source.Excerpt;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.model.SourceEvent;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** Tells from a JSON value alone what it is. Pure. */
final class Shapes {
  private static final String TYPE = "_type";
  private static final String EXPECTED =
      "expected a work package, a collection of them, a webhook's payload, a schema, attachments, a Dropmark item or export, an offering or a deletion";

  private final String file;
  private final Elements out;

  /** A value of no known kind. */
  private static final class ForeignException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForeignException(String keyPath, String expected) {
      super(keyPath + ": expected " + expected);
    }
  }

  private Shapes(String file, Elements out) {
    this.file = file;
    this.out = out;
  }

  /** Takes what was told apart. */
  @FunctionalInterface
  interface Elements {
    /**
     * Takes one element.
     *
     * @param element 0 for the whole value, else its position in a collection, from 1
     */
    void element(int element, Shape shape);
  }

  /** Tells a value apart; a collection gives one shape for each of its elements. */
  static void of(String file, JsonNode node, Elements out) {
    new Shapes(file, out).root(node);
  }

  private void root(JsonNode node) {
    String type = Fields.text(node, TYPE);
    if (isListOfWorkPackages(node, type)) {
      elements(
          Fields.at(node, "_embedded", "schemas", "_embedded", "elements"), false, Shapes::schema);
      elements(Fields.at(node, "_embedded", "elements"), true, Shapes::workPackageElement);
    } else if (type == null && isExport(node)) {
      String name = Fields.text(node, "name");
      elements(node.path("items"), true, item -> mark(item, name));
    } else {
      out.element(0, checked(0, node, single -> single(single, type)));
    }
  }

  private static boolean isListOfWorkPackages(JsonNode node, @Nullable String type) {
    JsonNode elements = Fields.at(node, "_embedded", "elements");
    return ("WorkPackageCollection".equals(type) && elements.isArray())
        || ("Collection".equals(type) && "WorkPackage".equals(Fields.text(elements.path(0), TYPE)));
  }

  private static boolean isExport(JsonNode node) {
    return node.path("items").isArray() && node.path("name").isTextual() && !node.has("type");
  }

  private void elements(JsonNode elements, boolean counted, Function<JsonNode, Shape> reader) {
    int number = 0;
    for (JsonNode element : elements) {
      number++;
      out.element(counted ? number : 0, checked(number, element, reader));
    }
  }

  private Shape checked(int element, JsonNode node, Function<JsonNode, Shape> reader) {
    try {
      return reader.apply(node);
    } catch (MalformedRecordException e) {
      return noRecord(element, node, e, false);
    } catch (ForeignException e) {
      return noRecord(element, node, e, true);
    }
  }

  private Shape noRecord(int element, JsonNode node, RuntimeException e, boolean foreign) {
    String place = element == 0 ? file : file + ", element " + element;
    return new Shape.Undecodable(
        "not-a-record",
        "%s: %s. Save it again from its source, or take it out.".formatted(place, e.getMessage()),
        bytes(node),
        foreign);
  }

  private static Shape single(JsonNode node, @Nullable String type) {
    if (node.isArray()) {
      return array(node);
    }
    if (!node.isObject()) {
      throw new ForeignException("the value", "an object, " + EXPECTED);
    }
    return type == null ? untyped(node) : typed(node, type);
  }

  private static Shape typed(JsonNode node, String type) {
    return switch (type) {
      case "WorkPackage" -> workPackage(node, SourceEvent.UPDATED);
      case "Schema" -> schema(node);
      case "Project" -> project(node);
      case "Collection" -> attachments(node);
      case "Error" -> new Shape.Skip("error response", Set.of());
      default ->
          throw new ForeignException(
              TYPE, "WorkPackage, not \"%s\"; %s".formatted(Excerpt.of(type), EXPECTED));
    };
  }

  private static Shape untyped(JsonNode node) {
    if (Webhooks.isWebhook(node)) {
      return Webhooks.of(node);
    }
    if (OfferingLines.isOffering(node)) {
      return OfferingLines.of(node);
    }
    if (Deletions.isDeletion(node)) {
      return Deletions.of(node);
    }
    if (isMark(node)) {
      return mark(node, null);
    }
    if (isRecordedPages(node)) {
      return new Shape.Ignored();
    }
    throw new ForeignException("the object", EXPECTED.replaceFirst("^expected ", ""));
  }

  private static Shape array(JsonNode array) {
    boolean pageData =
        StreamSupport.stream(array.spliterator(), false)
            .allMatch(element -> element.path("name").isTextual() && element.has("content"));
    if (pageData) {
      return new Shape.Ignored();
    }
    throw new ForeignException("the array", "an object, " + EXPECTED);
  }

  static Shape workPackage(JsonNode node, SourceEvent event) {
    WorkPackageContext.embeddedAttachments(node);
    return new Shape.WorkPackageItem(WorkPackage.of(node), event);
  }

  private static Shape workPackageElement(JsonNode node) {
    String type = Fields.text(node, TYPE);
    if (!"WorkPackage".equals(type)) {
      throw new MalformedRecordException(TYPE, "WorkPackage");
    }
    return workPackage(node, SourceEvent.UPDATED);
  }

  private static Shape schema(JsonNode node) {
    return new Shape.Schema(WorkPackageSchema.of(node));
  }

  private static Shape project(JsonNode node) {
    var project = WorkPackageContext.project(node);
    String href = Fields.words(node, "_links", "self", "href");
    if (href == null || project == null) {
      throw new MalformedRecordException("the project", "an identifier and _links.self.href");
    }
    return new Shape.Project(href, project);
  }

  private static Shape attachments(JsonNode node) {
    String workPackage = Attachments.workPackageOf(node);
    if (workPackage == null) {
      throw new MalformedRecordException(
          "_links.self.href",
          "the address of a work package's attachments such as /api/v3/work_packages/3719/attachments");
    }
    return new Shape.AttachmentList(WorkPackage.idOf(workPackage), Attachments.of(node));
  }

  private static boolean isMark(JsonNode node) {
    int known = 0;
    for (String name : new String[] {"link", "type", "name"}) {
      known += node.has(name) ? 1 : 0;
    }
    JsonNode id = node.path("id");
    return known >= 2 && (id.isTextual() || id.isIntegralNumber());
  }

  private static Shape mark(JsonNode node, @Nullable String export) {
    DropmarkItem item = DropmarkItem.of(node);
    return switch (item.state()) {
      case OTHER_TYPE -> new Shape.Skip("Dropmark item that is no link", Set.of(item.id()));
      case NO_LINK -> new Shape.Skip("Dropmark link without an address", Set.of(item.id()));
      case LINK, DELETED -> new Shape.Mark(item, export);
    };
  }

  private static boolean isRecordedPages(JsonNode node) {
    return !node.isEmpty()
        && StreamSupport.stream(node.spliterator(), false)
            .allMatch(page -> page.path("href").isTextual() && page.path("page").isTextual());
  }

  private static byte[] bytes(JsonNode node) {
    try {
      return Json.mapper().writeValueAsBytes(node);
    } catch (JsonProcessingException e) {
      return node.toString().getBytes(StandardCharsets.UTF_8);
    }
  }
}
