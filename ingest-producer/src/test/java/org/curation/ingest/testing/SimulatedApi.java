package org.curation.ingest.testing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Answers the requests to the simulated OpenProject. */
final class SimulatedApi implements HttpHandler {
  private static final String AUTHORIZATION =
      "Basic "
          + Base64.getEncoder()
              .encodeToString(
                  ("apikey:" + SimulatedOpenProject.TOKEN).getBytes(StandardCharsets.UTF_8));

  private static final Duration HANG = Duration.ofSeconds(10);

  private final SimulatedOpenProject data;

  SimulatedApi(SimulatedOpenProject data) {
    this.data = data;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String trouble = data.next(path);
      if (!AUTHORIZATION.equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
        trouble = "401";
      }
      JsonNode body = path.equals("/api/v3/work_packages") ? list(exchange) : resource(path);
      byte[] bytes = body == null ? new byte[0] : body.toString().getBytes(StandardCharsets.UTF_8);
      int status = body == null ? 404 : 200;
      String type = "application/hal+json; charset=utf-8";
      switch (trouble) {
        case "" -> {}
        case "truncated" -> bytes = Arrays.copyOf(bytes, bytes.length / 2);
        case "no-elements" ->
            bytes =
                "{\"_type\":\"WorkPackageCollection\",\"total\":1}"
                    .getBytes(StandardCharsets.UTF_8);
        case "html" -> {
          type = "text/html";
          bytes = "<!DOCTYPE html><title>Sign in</title>".getBytes(StandardCharsets.UTF_8);
        }
        case "redirect" -> {
          exchange.getResponseHeaders().set("Location", "http://elsewhere.example/");
          status = 302;
        }
        case "hang", "broken" -> {
          exchange.sendResponseHeaders(200, 100);
          exchange.getResponseBody().write('{');
          exchange.getResponseBody().flush();
          if (trouble.equals("hang")) {
            data.awaitClosing(HANG);
          }
          return;
        }
        default -> {
          status = Integer.parseInt(trouble);
          bytes = "{\"_type\":\"Error\"}".getBytes(StandardCharsets.UTF_8);
        }
      }
      if (status == 429) {
        exchange.getResponseHeaders().set("Retry-After", "1");
      }
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      if (bytes.length > 0) {
        exchange.getResponseBody().write(bytes);
      }
    }
  }

  private JsonNode list(HttpExchange exchange) {
    Map<String, String> query = new HashMap<>();
    for (String part : exchange.getRequestURI().getRawQuery().split("&", -1)) {
      String[] pair = part.split("=", 2);
      query.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
    }
    Predicate<SimulatedWorkPackage> wanted = item -> true;
    for (JsonNode filter : Records.parse(query.get("filters"))) {
      String name = filter.fieldNames().next();
      wanted = wanted.and(filter(name, filter.get(name).get("values")));
    }
    Function<SimulatedWorkPackage, Instant> by =
        query.get("sortBy").contains("updatedAt")
            ? SimulatedWorkPackage::updated
            : SimulatedWorkPackage::created;
    List<SimulatedWorkPackage> found =
        data.items().stream()
            .filter(wanted)
            .sorted(Comparator.comparing(by).thenComparing(SimulatedWorkPackage::id))
            .toList();
    int size = Math.min(data.largestPage(), Integer.parseInt(query.get("pageSize")));
    int page = Integer.parseInt(query.get("offset"));
    List<JsonNode> rows =
        found.stream()
            .skip((long) (page - 1) * size)
            .limit(size)
            .<JsonNode>map(data::json)
            .toList();
    ObjectNode body = collection("WorkPackageCollection", rows, found.size());
    data.pageDone();
    return body.put("pageSize", size).put("offset", page);
  }

  private static Predicate<SimulatedWorkPackage> filter(String name, JsonNode values) {
    String all = values.toString();
    return switch (name) {
      case "project" -> item -> all.contains("\"" + item.project() + "\"");
      case "type" -> item -> all.contains("\"" + item.type() + "\"");
      case "updated_at" -> item -> between(item.updated(), values);
      case "created_at" -> item -> between(item.created(), values);
      default -> throw new IllegalArgumentException("no such filter: " + name);
    };
  }

  private static boolean between(Instant time, JsonNode values) {
    String to = values.get(1).asText();
    return !time.isBefore(Instant.parse(values.get(0).asText()))
        && (to.isEmpty() || !time.isAfter(Instant.parse(to)));
  }

  private @Nullable JsonNode resource(String path) {
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/api/v3/projects")) {
      return collection(
          "Collection",
          data.projects().keySet().stream().map(this::project).toList(),
          data.projects().size());
    }
    if (path.equals("/api/v3/types")) {
      return Records.parse(
          "{\"_type\":\"Collection\",\"total\":2,\"count\":2,\"_embedded\":{\"elements\":[{\"id\":8,\"name\":\"Curated Content\"},{\"id\":1,\"name\":\"Task\"}]}}");
    }
    if (path.startsWith("/api/v3/projects/")) {
      return data.projects().containsKey(Integer.valueOf(last))
          ? project(Integer.valueOf(last))
          : null;
    }
    if (path.contains("/schemas/")) {
      return Records.parse(
          """
          {"_type":"Schema","customField7":{"type":"String","name":"Clean URL"},
           "customField8":{"type":"String","name":"Source URL"},
           "customField10":{"type":"[]CustomOption","name":"Medigy Topics"},
           "_links":{"self":{"href":"%s"}}}
          """
              .formatted(path));
    }
    String number = path.replaceAll("^/api/v3/work_packages/(\\d+).*$", "$1");
    SimulatedWorkPackage item =
        number.matches("\\d{1,18}") ? data.item(Long.parseLong(number)) : null;
    if (item == null) {
      return null;
    }
    return path.endsWith("/attachments")
        ? collection("Collection", attachments(item), 1)
        : data.json(item);
  }

  private static List<JsonNode> attachments(SimulatedWorkPackage item) {
    return List.of(
        Records.parse(
            "{\"_type\":\"Attachment\",\"id\":%d,\"fileName\":\"Note.txt\",\"contentType\":\"text/plain\"}"
                .formatted(100_000 + item.id())));
  }

  private JsonNode project(Integer id) {
    String[] names = data.projects().get(id);
    return JsonNodeFactory.instance
        .objectNode()
        .put("_type", "Project")
        .put("id", id)
        .put("identifier", names == null ? "" : names[0])
        .put("name", names == null ? "" : names[1]);
  }

  private static ObjectNode collection(String type, List<JsonNode> rows, int total) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("_type", type).put("total", total).put("count", rows.size());
    ArrayNode elements = body.putObject("_embedded").putArray("elements");
    rows.forEach(elements::add);
    return body;
  }
}
