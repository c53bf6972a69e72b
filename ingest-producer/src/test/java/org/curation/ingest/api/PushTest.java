package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.curation.ingest.source.SourceItem;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PushTest {
  private static final String BLOG = "/curations/blog/1";
  private final ApiScene scene = ApiScene.standard();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void shouldTakeOneAListAndLines() {
    // Given
    String lines = article("c", 1) + "\n\r\n" + article("d", 2) + "\n";

    // When
    HttpResponse<String> one = scene.push("POST", "/curations", article("1", 1));
    HttpResponse<String> list =
        scene.push("POST", "/curations", "[" + article("a", 1) + "," + article("b", 1) + "]");
    HttpResponse<String> many =
        scene.send(
            "POST",
            "/curations",
            lines,
            "Content-Type",
            "application/x-ndjson",
            "Authorization",
            "Bearer " + ApiScene.PUSHES);

    // Then
    assertThat(List.of(one, list, many))
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
    assertThat(many.body()).contains("blog:c", "blog:d", "/curations/blog/d");
    assertThat(scene.published).hasSize(5);
    RawCuration raw = raw(0);
    assertThat(raw.event()).isEqualTo(SourceEvent.CREATED);
    assertThat(raw.version()).isEqualTo(new Version(0, 1));
    assertThat(scene.push("GET", BLOG, "").body()).contains("RECEIVED");
  }

  @Test
  void shouldTellAllMistakesAtOnceAndStoreNothing() {
    // Given
    String wrong =
        """
        [%s, {"id":"/","titel":"x","link":"javascript:1","version":-1,"tags":"x","source":"other"}, 3, %s]
        """
            .formatted(article("1", 1), article("1", 1));

    // When
    HttpResponse<String> answer = scene.push("POST", "/curations", wrong);

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains(
            "[1].id",
            "[1].titel",
            "[1].title",
            "[1].link",
            "[1].version",
            "[1].tags",
            "[1].source",
            "\"[2]\"",
            "[3].id")
        .doesNotContain("javascript");
    assertThat(scene.published).isEmpty();
  }

  @Test
  void shouldDeleteWhatIsKnownAndNotBringItBackAtThatVersion() {
    // Given
    CurationId id = CurationId.parse("blog:1");
    scene.push("PUT", BLOG, article("1", 4));

    // When
    HttpResponse<String> deleted = scene.push("DELETE", BLOG, "");
    scene.accepted.put(
        id, new AcceptedCuration(id, new Version(0, 4), State.DELETED, null, "deleted"));
    HttpResponse<String> again = scene.push("PUT", BLOG, article("1", 4));
    HttpResponse<String> newer = scene.push("PUT", BLOG, article("1", 5));

    // Then
    assertThat(deleted.statusCode()).isEqualTo(202);
    assertThat(raw(1).event()).isEqualTo(SourceEvent.DELETED);
    assertThat(raw(1).version()).isEqualTo(new Version(0, 4));
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(newer.statusCode()).isEqualTo(202);
    assertThat(scene.push("DELETE", "/curations/blog/unknown", "").statusCode()).isEqualTo(404);
  }

  @Test
  void shouldNotBuildWhatIsMadeOfTooManyParts() {
    // Given
    String many = "{\"id\":\"1\",\"fields\":{\"a\":[" + "0,".repeat(500_000) + "0]}}";

    // When / Then
    HttpResponse<String> answer = scene.push("POST", "/curations", many);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("400000 values");
  }

  /** Enrichment has not decided on anything yet; what was stored counts all the same. */
  @Test
  void shouldCompareWithWhatWasStoredAMomentAgo() {
    // Given
    scene.push("PUT", BLOG, article("1", 10));

    // When
    HttpResponse<String> older = scene.push("PUT", BLOG, article("1", 5));
    HttpResponse<String> deleted = scene.push("DELETE", BLOG, "");
    HttpResponse<String> again = scene.push("PUT", BLOG, article("1", 10));
    HttpResponse<String> newer = scene.push("PUT", BLOG, article("1", 11));

    // Then
    assertThat(older.statusCode()).isEqualTo(409);
    assertThat(deleted.statusCode()).isEqualTo(202);
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(newer.statusCode()).isEqualTo(202);
    assertThat(scene.published).hasSize(3);
  }

  @Test
  void shouldStoreOnceWhatComesWithOneKeyAtOnce() throws Exception {
    // Given
    String body = "{\"id\":\"1\",\"title\":\"T\",\"link\":\"https://example.org\"}";

    // When
    List<Future<HttpResponse<String>>> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < 20; i++) {
        answers.add(threads.submit(() -> keyed(body, "k1")));
      }
    }

    // Then
    for (Future<HttpResponse<String>> answer : answers) {
      assertThat(answer.get().body()).isEqualTo(answers.getFirst().get().body());
    }
    assertThat(scene.published).hasSize(1);
  }

  @Test
  void shouldGiveTheFirstAnswerToARepeatedKey() {
    // Given
    String body = "{\"id\":\"1\",\"title\":\"T\",\"link\":\"https://example.org\"}";

    // When
    HttpResponse<String> first = keyed(body, "k1");
    HttpResponse<String> repeat = keyed(body, "k1");
    HttpResponse<String> other = keyed(body.replace("T", "U"), "k1");
    HttpResponse<String> fresh = keyed(body, "k2");

    // Then
    assertThat(repeat.body()).isEqualTo(first.body());
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("key-reused");
    assertThat(fresh.statusCode()).isEqualTo(202);
    assertThat(scene.published).hasSize(2);
  }

  /** What was answered 503 may be stored all the same; its repeat must not be another version. */
  @Test
  void shouldGiveARepeatTheVersionOfTheFirstTry() {
    // Given
    String body = "{\"id\":\"1\",\"title\":\"T\",\"link\":\"https://example.org\"}";
    scene.broken = Optional.of(new IllegalStateException("no word from the brokers"));
    scene.storesAllTheSame = true;

    // When
    HttpResponse<String> first = keyed(body, "k1");
    HttpResponse<String> second = keyed(body, "k1");
    HttpResponse<String> other = keyed(body.replace("T", "U"), "k1");
    scene.broken = Optional.empty();
    HttpResponse<String> third = keyed(body, "k1");

    // Then
    assertThat(List.of(first.statusCode(), second.statusCode(), third.statusCode()))
        .containsExactly(503, 503, 202);
    assertThat(first.body()).contains("the same Idempotency-Key");
    assertThat(other.body()).contains("key-reused");
    assertThat(scene.published).hasSize(3);
    assertThat(List.of(raw(0).version(), raw(1).version())).containsOnly(raw(2).version());
  }

  @Test
  void shouldLetAMendedBodyComeWithItsKey() {
    // Given
    HttpResponse<String> wrong = keyed("{\"id\":\"1\"}", "k1");

    // When
    HttpResponse<String> mended = keyed(article("1", 1), "k1");

    // Then
    assertThat(wrong.statusCode()).isEqualTo(422);
    assertThat(mended.statusCode()).isEqualTo(202);
  }

  @Test
  void shouldTakeOfferingsAndWithdrawals() {
    // Given
    String changes =
        "[{\"offeringId\":1,\"label\":\"L\",\"categories\":[\"c\"]},{\"offeringId\":2,\"withdrawn\":true}]";

    // When
    HttpResponse<String> answer = scene.push("POST", "/offerings", changes);
    scene.push("DELETE", "/offerings/3", "");

    // Then
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(scene.published)
        .extracting(item -> item.getClass().getSimpleName())
        .containsExactly("OfferingItem", "OfferingWithdrawn", "OfferingWithdrawn");
  }

  @Test
  void shouldAnswerUnknownPathsAndMethodsWithProblems() {
    // Given
    String json = "application/problem+json";

    // When
    HttpResponse<String> path = scene.push("GET", "/nothing", "");
    HttpResponse<String> method = scene.push("POST", BLOG, "{}");
    HttpResponse<String> headers =
        scene.send("GET", "/openapi.json", "", "X-Big", "x".repeat(40_000));

    // Then
    assertThat(path.statusCode()).isEqualTo(404);
    assertThat(method.statusCode()).isEqualTo(405);
    assertThat(method.headers().firstValue("Allow")).contains("DELETE, GET, PUT");
    assertThat(headers.statusCode()).isEqualTo(431);
    assertThat(List.of(path, method, headers))
        .allSatisfy(
            answer -> assertThat(answer.headers().firstValue("Content-Type")).contains(json));
  }

  private HttpResponse<String> keyed(String body, String key) {
    return scene.send(
        "POST",
        "/curations",
        body,
        "Content-Type",
        "application/json",
        "Authorization",
        "Bearer " + ApiScene.BOTH,
        "Idempotency-Key",
        key);
  }

  private RawCuration raw(int index) {
    return ((SourceItem.Curation) scene.published.get(index)).raw();
  }

  private static String article(String id, int version) {
    return "{\"id\":\"%s\",\"title\":\"T\",\"link\":\"https://example.org/%s\",\"version\":%d}"
        .formatted(id, id, version);
  }
}
