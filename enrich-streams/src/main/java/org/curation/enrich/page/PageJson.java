package org.curation.enrich.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Function;
import org.curation.enrich.description.JudgedCandidate;
import org.curation.enrich.description.PageDescription;
import org.curation.enrich.page.date.PageDate;
import org.curation.enrich.page.image.Icon;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** A page's facts as JSON: what {@code curate describe} writes. Null where there is nothing. */
public final class PageJson {
  private PageJson() {}

  /** The values. */
  public static ObjectNode values(PageFacts facts) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("title", facts.title().value());
    node.put("description", facts.description().text());
    node.put("byline", facts.byline());
    node.put("siteName", facts.siteName().value());
    node.put("publishedTime", text(facts.published().value()));
    node.put("modifiedTime", text(facts.modified().value()));
    node.put("lang", facts.lang().value());
    node.put("canonical", facts.canonical().value());
    node.put("image", facts.image().value());
    node.put("favicon", facts.icons().favicon().value());
    node.set("htmlMeta", Json.mapper().valueToTree(facts.htmlMeta()));
    node.set("openGraph", Json.mapper().valueToTree(facts.openGraph()));
    node.set("twitter", Json.mapper().valueToTree(facts.twitter()));
    ArrayNode linked = node.putArray("jsonLd");
    facts.jsonLd().forEach(linked::add);
    return node;
  }

  private static @Nullable String text(@Nullable PageDate date) {
    return date == null ? null : date.text();
  }

  /** Of each field the source of its value and the other candidates. */
  public static ObjectNode explained(PageFacts facts) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.set("title", field(facts.title(), Json.mapper()::valueToTree));
    node.set("description", description(facts.description()));
    node.set("byline", field(facts.authors(), Json.mapper()::valueToTree));
    node.set("siteName", field(facts.siteName(), Json.mapper()::valueToTree));
    node.set("publishedTime", field(facts.published(), PageJson::date));
    node.set("modifiedTime", field(facts.modified(), PageJson::date));
    node.set("lang", field(facts.lang(), Json.mapper()::valueToTree));
    node.set("canonical", field(facts.canonical(), Json.mapper()::valueToTree));
    node.set("amp", field(facts.amp(), Json.mapper()::valueToTree));
    node.set("image", field(facts.image(), Json.mapper()::valueToTree));
    node.set("favicon", field(facts.icons().favicon(), Json.mapper()::valueToTree));
    node.set("logo", field(facts.icons().logo(), Json.mapper()::valueToTree));
    node.set("icons", icons(facts.icons().all()));
    return node;
  }

  private static ObjectNode description(PageDescription description) {
    ObjectNode node = Json.mapper().createObjectNode();
    node.put("source", description.source());
    node.put("value", description.text());
    ArrayNode others = node.putArray("others");
    for (JudgedCandidate each : description.judged()) {
      others
          .addObject()
          .put("source", each.source())
          .put("value", each.text())
          .put("score", each.score())
          .put("rejected", each.rejected());
    }
    return node;
  }

  private static <T> ObjectNode field(Field<T> field, Function<T, JsonNode> form) {
    ObjectNode node = Json.mapper().createObjectNode();
    Candidate<T> chosen = field.chosen();
    node.put("source", field.source());
    node.set("value", chosen == null ? null : form.apply(chosen.value()));
    ArrayNode others = node.putArray("others");
    for (Candidate<T> other : field.others()) {
      others.addObject().put("source", other.source()).set("value", form.apply(other.value()));
    }
    return node;
  }

  private static JsonNode date(PageDate date) {
    return Json.mapper()
        .createObjectNode()
        .put("date", date.text())
        .put("precision", date.precision().name().toLowerCase(java.util.Locale.ROOT))
        .put("zoneKnown", date.zoneKnown());
  }

  private static ArrayNode icons(List<Icon> icons) {
    ArrayNode list = Json.mapper().createArrayNode();
    for (Icon icon : icons) {
      ObjectNode node =
          list.addObject().put("address", icon.address()).put("source", icon.source());
      node.put("type", icon.type());
      node.put("size", icon.size() == Icon.ANY ? "any" : Integer.toString(icon.size()));
    }
    return list;
  }
}
