package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.curation.ingest.testing.Records;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.Version;
import org.junit.jupiter.api.Test;

/** The OpenAPI document and the server say the same. */
class OpenApiTest {
  private static final JsonNode DOCUMENT = Routes.description();
  private static final String ARTICLE =
      "{\"id\":\"1\",\"title\":\"T\",\"link\":\"https://example.org/a\",\"version\":5}";
  private static final String OFFERING = "{\"offeringId\":7,\"label\":\"L\",\"categories\":[]}";
  private static final String BLOG = "/curations/blog/1";

  private final Set<String> seen = new TreeSet<>();

  @Test
  void shouldBeSoundInItself() {
    // Given
    List<String> references = new ArrayList<>();
    Set<String> operations = new HashSet<>();

    // When
    DOCUMENT.findValues("$ref").forEach(reference -> references.add(reference.textValue()));
    List<JsonNode> ids = DOCUMENT.findValues("operationId");

    // Then
    assertThat(DOCUMENT.path("openapi").textValue()).isEqualTo("3.1.0");
    assertThat(references)
        .allSatisfy(
            reference ->
                assertThat(DOCUMENT.at(reference.substring(1)).isMissingNode())
                    .as(reference)
                    .isFalse());
    assertThat(ids).allSatisfy(id -> assertThat(operations.add(id.textValue())).isTrue());
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .forEach(
                        operation -> {
                          assertThat(operation.path("responses").size()).isPositive();
                          Set<String> names = new HashSet<>();
                          operation
                              .path("parameters")
                              .forEach(
                                  it -> {
                                    if (it.path("in").textValue().equals("path")) {
                                      names.add("{" + it.path("name").textValue() + "}");
                                    }
                                  });
                          assertThat(path.getKey().split("/"))
                              .containsAll(names)
                              .filteredOn(part -> part.startsWith("{"))
                              .hasSameSizeAs(names);
                        }));
    assertThat(DOCUMENT.at("/components/responses"))
        .allSatisfy(answer -> assertThat(answer.path("description").textValue()).isNotBlank());
  }

  @Test
  void shouldTellExactlyTheAnswersThatThereAre() {
    // Given
    ApiLimits standard = ApiLimits.standard();

    // When
    try (ApiScene scene = ApiScene.standard()) {
      ordinary(scene);
      scene.broken = Optional.of(new IllegalStateException("no broker"));
      see(scene, "DELETE", BLOG, "/curations/{source}/{id}", "");
    }
    try (ApiScene scene = snapshots("")) {
      see(scene, "PUT", "/offerings", "/offerings", "[" + OFFERING + "]");
    }
    try (ApiScene scene = snapshots("too many")) {
      see(scene, "PUT", "/offerings", "/offerings", "[" + OFFERING + "]");
      each(scene, "PUT", "/offerings", "{}");
      each(scene, "PUT", "/offerings", "{");
      each(scene, "PUT", "/offerings", "text");
    }
    all(ApiScene.with(limits(standard, 0, 64, standard.bodyBytes(), standard.read())));
    all(ApiScene.with(limits(standard, 9, 0, standard.bodyBytes(), standard.read())));
    all(snapshots(limits(standard, 9, 9, 4, standard.read()), ""));
    all(snapshots(limits(standard, 9, 9, standard.bodyBytes(), Duration.ZERO), ""));

    // Then
    assertThat(seen).containsExactlyElementsOf(documented());
  }

  private void ordinary(ApiScene scene) {
    String one = "/curations/{source}/{id}";
    scene.accepted.put(
        CurationId.parse("blog:1"),
        new AcceptedCuration(
            CurationId.parse("blog:1"), new Version(0, 5), State.PUBLISHED, "news", null));
    String hook = "/webhooks/openproject";
    record("POST", hook, scene.webhook("{\"action\":\"project:created\"}"));
    record("POST", hook, scene.webhook("{}"));
    see(scene, "POST", hook, hook, "{}");
    record("POST", hook, scene.send("POST", hook, "", "Content-Type", "text/plain"));
    see(scene, "GET", "/openapi.json", "/openapi.json", "");
    for (String body : List.of(ARTICLE, "{", "{}", ARTICLE.replace("5", "4"))) {
      see(scene, "POST", "/curations", "/curations", body);
      see(scene, "PUT", BLOG, one, body);
    }
    for (String path :
        List.of(BLOG, "/curations/blog/2", BLOG + "?version=x", BLOG + "?version=1")) {
      see(scene, "GET", path, one, "");
      see(scene, "DELETE", path, one, "");
    }
    for (String body : List.of(OFFERING, "{", "{}")) {
      see(scene, "POST", "/offerings", "/offerings", body);
      see(scene, "PUT", "/offerings", "/offerings", body);
      see(scene, "PUT", "/offerings/7", "/offerings/{id}", body);
    }
    see(scene, "DELETE", "/offerings/7", "/offerings/{id}", "");
    see(scene, "DELETE", "/offerings/x", "/offerings/{id}", "");
    see(scene, "PUT", "/offerings/x", "/offerings/{id}", OFFERING);
    operations(
        (method, template) -> {
          String path = path(template);
          if (path.startsWith("/webhooks") || path.startsWith("/openapi")) {
            return;
          }
          String other = path.startsWith("/curations") ? ApiScene.OFFERS : ApiScene.PUSHES;
          String bearer = "Bearer " + ApiScene.BOTH;
          record(
              method,
              template,
              scene.send(method, path, "{}", "Authorization", bearer, "Authorization", bearer));
          record(method, template, scene.send(method, path, "{}"));
          record(
              method, template, scene.send(method, path, "{}", "Authorization", "Bearer " + other));
          if (!method.equals("GET") && !method.equals("DELETE") && !path.equals("/offerings")) {
            record(
                method,
                template,
                scene.send(method, path, "{}", "Authorization", "Bearer " + ApiScene.BOTH));
          }
        });
    record(
        "POST",
        "/offerings",
        scene.send("POST", "/offerings", "{}", "Authorization", "Bearer " + ApiScene.BOTH));
  }

  private void all(ApiScene closing) {
    try (ApiScene scene = closing) {
      operations(
          (method, template) -> {
            boolean bodiless = method.equals("GET") || method.equals("DELETE");
            if (bodiless || !path(template).startsWith("/webhooks")) {
              HttpResponse<String> answer =
                  scene.push(method, path(template), bodiless ? "" : "{\"label\":\"Label\"}");
              if (answer.statusCode() != 422) {
                record(method, template, answer);
              }
            } else {
              record(method, template, scene.webhook("{\"action\":\"x:y\"}"));
            }
          });
    }
  }

  private void each(ApiScene scene, String method, String path, String body) {
    String type = body.equals("text") ? "text/plain" : "application/json";
    record(
        method,
        path,
        scene.send(
            method, path, body, "Content-Type", type, "Authorization", "Bearer " + ApiScene.BOTH));
  }

  private void see(ApiScene scene, String method, String path, String template, String body) {
    record(method, template, scene.push(method, path, body));
  }

  private void record(String method, String template, HttpResponse<String> answer) {
    String name = method + " " + template + " " + answer.statusCode();
    seen.add(name);
    JsonNode response =
        resolve(
            DOCUMENT
                .path("paths")
                .path(template)
                .path(method.toLowerCase(java.util.Locale.ROOT))
                .path("responses")
                .path(Integer.toString(answer.statusCode())));
    assertThat(response.isMissingNode()).as("%s: %s", name, answer.body()).isFalse();
    String type = answer.headers().firstValue("Content-Type").orElse("");
    JsonNode schema = response.path("content").path(type).path("schema");
    assertThat(schema.isMissingNode()).as(name + " " + type).isFalse();
    ObjectNode whole = Records.parse("{}").deepCopy();
    whole.set("$ref", schema.path("$ref"));
    whole.set("components", DOCUMENT.path("components"));
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole.toString(), InputFormat.JSON)
                .validate(answer.body(), InputFormat.JSON))
        .as(name + answer.body())
        .isEmpty();
  }

  private static JsonNode resolve(JsonNode node) {
    return node.has("$ref") ? DOCUMENT.at(node.path("$ref").textValue().substring(1)) : node;
  }

  private static Set<String> documented() {
    Set<String> all = new TreeSet<>();
    operations(
        (method, template) ->
            DOCUMENT
                .path("paths")
                .path(template)
                .path(method.toLowerCase(java.util.Locale.ROOT))
                .path("responses")
                .fieldNames()
                .forEachRemaining(status -> all.add(method + " " + template + " " + status)));
    return all;
  }

  private interface Operation {
    void of(String method, String template);
  }

  private static void operations(Operation each) {
    DOCUMENT
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            each.of(method.toUpperCase(java.util.Locale.ROOT), path.getKey())));
  }

  private static String path(String template) {
    return template
        .replace("{source}", "blog")
        .replace("offerings/{id}", "offerings/7")
        .replace("{id}", "1");
  }

  private static ApiScene snapshots(String refusal) {
    return snapshots(ApiLimits.standard(), refusal);
  }

  private static ApiScene snapshots(ApiLimits limits, String refusal) {
    return new ApiScene(
        limits,
        Optional.of(
            all ->
                new SnapshotOfferings.Difference(
                    List.of(), Optional.of(refusal).filter(why -> !why.isEmpty()))),
        WebhookContext.UNKNOWN);
  }

  private static ApiLimits limits(
      ApiLimits from, int requests, int perToken, int bytes, Duration read) {
    return new ApiLimits(
        bytes,
        new ApiLimits.Share(requests, from.webhooks().bytes(), from.webhooks().parts()),
        new ApiLimits.Share(requests, from.pushes().bytes(), from.pushes().parts()),
        perToken,
        from.connections(),
        read,
        from.idle(),
        from.context(),
        from.acknowledgement(),
        from.elements());
  }
}
