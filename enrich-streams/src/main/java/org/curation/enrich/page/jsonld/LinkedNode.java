package org.curation.enrich.page.jsonld;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.curation.model.topic.Json;

/** One object of linked data, with what its references mean. Read only. */
public final class LinkedNode {
  private static final int MAX_VALUES = 60;
  private static final int MAX_INNER = 2000;

  private static final Set<String> PAGES =
      Set.of(
          "webpage",
          "itempage",
          "aboutpage",
          "profilepage",
          "collectionpage",
          "faqpage",
          "medicalwebpage",
          "qapage");

  private static final Set<String> WORKS =
      Set.of(
          "creativework",
          "recipe",
          "videoobject",
          "book",
          "movie",
          "course",
          "event",
          "howto",
          "dataset",
          "podcastepisode",
          "softwareapplication",
          "review",
          "product",
          "report",
          "question",
          "tvepisode",
          "jobposting",
          "audioobject",
          "episode",
          "claimreview",
          "thesis");

  private final JsonNode json;
  private final Map<String, JsonNode> byId;

  LinkedNode(JsonNode json, Map<String, JsonNode> byId) {
    this.json = json;
    this.byId = byId;
  }

  /** What it is said to be, in lower case, without a vocabulary's address. */
  public List<String> types() {
    List<String> types = new ArrayList<>();
    for (JsonNode type :
        list(json.path("@type").isMissingNode() ? json.path("type") : json.path("@type"))) {
      String name = type.asText("").toLowerCase(Locale.ROOT);
      types.add(name.replaceFirst("^.*[/#:]", ""));
    }
    return types;
  }

  /** How much it looks like the thing that a page is about: 3 article, 2 other work, 1 page, 0. */
  int rank() {
    int best = 0;
    for (String type : types()) {
      boolean article =
          type.endsWith("article") || type.endsWith("posting") && !type.equals("jobposting");
      best = Math.max(best, article ? 3 : WORKS.contains(type) ? 2 : PAGES.contains(type) ? 1 : 0);
    }
    return best;
  }

  /** Whether it is an article of any kind. */
  public boolean isArticle() {
    return rank() == 3;
  }

  /** Whether one of its types is the one, given in lower case. */
  public boolean is(String type) {
    return types().contains(type);
  }

  /** The first text under a key. */
  public Optional<String> text(String key) {
    return texts(key).stream().findFirst();
  }

  /** The texts under a key; of an object its name, value or address; none is empty. */
  public List<String> texts(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(json.path(key))) {
      String text = value.isObject() ? ofObject(value) : value.asText("");
      if (!text.isBlank()) {
        texts.add(text.strip());
      }
    }
    return texts;
  }

  private String ofObject(JsonNode value) {
    JsonNode full = resolved(value);
    for (String key : List.of("@value", "name", "url", "@id")) {
      for (JsonNode inner : list(full.path(key))) {
        String text = inner.isObject() ? inner.path("@value").asText("") : inner.asText("");
        if (!text.isBlank()) {
          return text;
        }
      }
    }
    return "";
  }

  /** The objects under a key, references followed. */
  public List<LinkedNode> nodes(String key) {
    List<LinkedNode> nodes = new ArrayList<>();
    for (JsonNode value : list(json.path(key))) {
      if (value.isObject()) {
        nodes.add(new LinkedNode(resolved(value), byId));
      }
    }
    return nodes;
  }

  /** Names under a key, of texts and of objects, references followed, in their order. */
  public List<String> names(String key) {
    List<String> names = new ArrayList<>();
    for (JsonNode value : list(json.path(key))) {
      if (value.isObject()) {
        names.addAll(new LinkedNode(resolved(value), byId).texts("name"));
      } else if (!value.asText("").isBlank()) {
        names.add(value.asText().strip());
      }
    }
    return names;
  }

  /** The texts under a key that are no objects. */
  public List<String> plain(String key) {
    List<String> texts = new ArrayList<>();
    for (JsonNode value : list(json.path(key))) {
      if (value.isValueNode() && !value.asText("").isBlank()) {
        texts.add(value.asText().strip());
      }
    }
    return texts;
  }

  private JsonNode resolved(JsonNode value) {
    JsonNode known = value.has("name") ? null : byId.get(value.path("@id").asText(""));
    return known == null ? value : known;
  }

  private static List<JsonNode> list(JsonNode value) {
    List<JsonNode> values = new ArrayList<>();
    flatten(value, values, 0);
    return values;
  }

  private static boolean isObject(String text) {
    String bare = text.strip();
    return bare.length() < MAX_INNER && bare.startsWith("{") && bare.endsWith("}");
  }

  private static Optional<JsonNode> parsed(String text) {
    try {
      return Optional.of(Json.mapper().readTree(text));
    } catch (JsonProcessingException e) {
      return Optional.empty();
    }
  }

  private static void flatten(JsonNode value, List<JsonNode> into, int depth) {
    if (value.isTextual() && depth < 2 && isObject(value.textValue())) {
      // A page that wrote its objects as texts; what is no object is no value.
      parsed(value.textValue()).ifPresent(inner -> flatten(inner, into, depth + 1));
    } else if (value.isArray() && depth < 3) {
      for (JsonNode each : value) {
        if (into.size() < MAX_VALUES) {
          flatten(each, into, depth + 1);
        }
      }
    } else if (value.isObject() && value.has("@list") && depth < 3) {
      flatten(value.path("@list"), into, depth + 1);
    } else if (!value.isNull() && !value.isMissingNode()) {
      into.add(value);
    }
  }
}
