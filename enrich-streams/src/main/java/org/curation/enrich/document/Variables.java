package org.curation.enrich.document;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.curation.enrich.archetype.Slug;
import org.curation.enrich.link.Link;
import org.curation.enrich.offering.RelatedOffering;
import org.curation.enrich.page.ExtensionCuration;
import org.curation.enrich.page.PageMetadata;
import org.curation.enrich.page.PageSummary;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Resource;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.ImageFacts;
import org.curation.model.Provenance.Step;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * What an archetype's placeholders can name, as one JSON object. The names are those that {@code
 * org.curation.enrich.archetype.VariableNames} lists.
 */
final class Variables {
  private static final int MOST_NAMED = 20;

  private final ObjectNode values = Json.mapper().createObjectNode();
  private final @Nullable String origin;

  /** Starts with what is known from the item alone. */
  Variables(CuratedItem item) {
    origin = item.origin();
    values.set("id", item.sourceId());
    values.put("curationId", item.id().toString());
    values.put("source", item.id().source());
    values.put("title", item.title());
    values.put("body", item.body());
    values.put("author", item.author());
    values.put("createdAt", item.createdAt());
    values.put("updatedAt", item.updatedAt());
    values.put("type", item.type());
    values.put("status", item.status());
    values.put("collection", item.collection());
    values.set("link", link(item.link()));
    values.set("project", project(item.project()));
    values.set("fields", Json.mapper().valueToTree(item.fields()));
    values.set("tags", Json.mapper().valueToTree(item.tags()));
    values.putNull("image");
    values.set("favicon", href(null));
    values.set("pdf", href(null));
    if (item.published() != null) {
      values.set("published", item.published());
    }
  }

  /** Takes dates that Hugo can read. */
  Variables dates(Dates dates) {
    values.put("createdAt", dates.createdAt());
    values.put("updatedAt", dates.updatedAt());
    return this;
  }

  Variables tags(List<String> tags) {
    values.set("tags", Json.mapper().valueToTree(tags));
    return this;
  }

  /** Adds the permanent name. */
  Variables documentId(String documentId) {
    values.put("documentId", documentId);
    return this;
  }

  Variables description(String description) {
    values.put("description", description);
    return this;
  }

  Variables topics(List<String> topics) {
    values.set("topics", Json.mapper().valueToTree(topics));
    ArrayNode terms = values.putArray("topicTerms");
    for (String topic : topics) {
      int label = topic.indexOf(": ");
      terms
          .addObject()
          .put("name", topic)
          .put("slug", topic.toLowerCase(Locale.ROOT))
          .put("label", label < 0 ? topic : topic.substring(label + 2))
          .put("url", "topic/" + Slug.of(topic));
    }
    return this;
  }

  Variables relatedOfferings(List<RelatedOffering> offerings) {
    values.set("relatedOfferings", Json.mapper().valueToTree(offerings));
    return this;
  }

  /** Adds what captures gave. */
  Variables captured(
      CurationState state, DocumentAssets assets, List<Step> steps, FieldLog fields) {
    values.set("page", page(state, steps, fields));
    Resource image = state.resources().get(CaptureKey.FEATURED_IMAGE);
    String imageName = assets.featuredImage();
    if (image != null && image.answer() != null && imageName != null) {
      values.set("image", image(image, image.answer(), imageName));
    }
    values.set("favicon", href(assets.names().get(CaptureKey.FAVICON)));
    values.set("pdf", href(assets.names().get(CaptureKey.PDF)));
    values.put("body", assets.body(values.path("body").asText(""), origin));
    return this;
  }

  ObjectNode values() {
    return values;
  }

  private static ObjectNode link(Link link) {
    return Json.mapper()
        .createObjectNode()
        .put("href", link.href())
        .put("original", link.original())
        .put("brand", link.brand())
        .put("site", link.site());
  }

  private static ObjectNode project(@Nullable ProjectRef project) {
    ObjectNode node = Json.mapper().createObjectNode();
    if (project != null) {
      node.put("id", project.id());
      node.put("identifier", project.identifier());
      node.put("name", project.name());
    }
    return node;
  }

  private static ObjectNode href(@Nullable String name) {
    return Json.mapper().createObjectNode().put("href", name);
  }

  private static ObjectNode page(CurationState state, List<Step> steps, FieldLog fields) {
    PageMetadata page = metadata(state, CaptureKey.PAGE);
    List<String> added = new ArrayList<>();
    for (String resource : List.of(CaptureKey.EXTENSION_CURATION, CaptureKey.READABLE_CONTENT)) {
      ExtensionCuration.Filled filled = ExtensionCuration.fill(page, metadata(state, resource));
      page = filled.metadata();
      added.addAll(filled.added());
    }
    if (!added.isEmpty()) {
      steps.add(
          new Step(
              "page metadata",
              "%d %s from the curation extension"
                  .formatted(added.size(), added.size() == 1 ? "value" : "values"),
              added.stream().limit(MOST_NAMED).collect(Collectors.joining(", "))));
    }
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("title", page.title());
    node.set("meta", Json.mapper().valueToTree(page.meta()));
    node.put("text", page.text());
    Resource asked = state.resources().get(CaptureKey.PAGE);
    PageSummary summary = asked == null || asked.answer() == null ? null : asked.answer().summary();
    for (String name : PageSummary.NAMES) {
      PageSummary.Value value = summary == null ? null : summary.values().get(name);
      node.put(name, value == null ? null : value.text());
      if (value != null) {
        fields.add("page." + name, value);
      }
    }
    return node;
  }

  private static PageMetadata metadata(CurationState state, String resource) {
    Resource asked = state.resources().get(resource);
    Resource.Answer answer = asked == null ? null : asked.answer();
    PageMetadata page = answer == null ? null : answer.page();
    return page == null ? new PageMetadata(null, Map.of()) : page;
  }

  private static JsonNode image(Resource resource, Resource.Answer answer, String imageName) {
    ObjectNode node = Json.mapper().createObjectNode();
    ImageFacts facts = answer.image();
    boolean valid = answer.result() == Capture.Result.CAPTURED && facts != null;
    node.put("valid", valid);
    node.put("link", resource.url());
    node.put("fileName", resource.fileName());
    if (facts != null && valid) {
      node.put("href", imageName);
      node.put("format", facts.format());
      node.put("mediaType", facts.mediaType());
      node.put("width", facts.width());
      node.put("height", facts.height());
      node.putArray("size").add(facts.width()).add(facts.height());
      node.putNull("reason");
    } else {
      node.put("reason", answer.reason());
    }
    return node;
  }
}
