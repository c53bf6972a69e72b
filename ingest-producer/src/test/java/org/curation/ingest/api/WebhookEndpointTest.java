package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.openproject.WorkPackageSchema;
import org.curation.ingest.source.SourceItem;
import org.curation.ingest.testing.Records;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookEndpointTest {
  private static final String HOOK = "/webhooks/openproject";
  private static final String EVENT =
      "{\"action\":\"work_package:updated\",\"work_package\":"
          + Records.workPackage(1, 3, "Subject")
          + "}";

  private ApiScene scene = ApiScene.standard();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void shouldRefuseWhatIsNotSignedBeforeLookingAtIt() {
    // Given
    List<String> signatures =
        List.of("", "sha1=", "sha256=abc", "sha1=" + "0".repeat(40), "x".repeat(5000));

    // When
    List<HttpResponse<String>> answers =
        signatures.stream()
            .map(
                signature ->
                    scene.send(
                        "POST",
                        HOOK,
                        "{broken",
                        "Content-Type",
                        "application/json",
                        "X-OP-Signature",
                        signature))
            .toList();

    // Then
    assertThat(answers)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(401);
              assertThat(answer.body())
                  .contains("wrong-signature")
                  .doesNotContain(ApiScene.SECRET, "broken", "Exception");
            });
    assertThat(scene.published).isEmpty();
  }

  @Test
  void shouldSayWhereABodyIsBroken() {
    // Given
    List<String> bodies =
        List.of(
            "",
            "{\"action\":\n broken",
            "[]",
            "{\"action\":\"work_package:updated\"}",
            EVENT.replace("\"id\":1", "\"id\":1,\"id\":2"),
            "[".repeat(100_000),
            "\uFEFF{}",
            EVENT + EVENT);

    // When
    List<HttpResponse<String>> answers = bodies.stream().map(scene::webhook).toList();

    // Then
    assertThat(answers)
        .allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(400))
        .allSatisfy(answer -> assertThat(answer.body()).doesNotContain("broken\"", "Exception"));
    assertThat(answers.get(1).body()).contains("line 2, column");
    assertThat(answers.get(3).body()).contains("work_package.id: expected");
    assertThat(answers.get(4).body()).contains("a name occurs twice");
    assertThat(answers.get(5).body()).contains("nested deeper");
    assertThat(scene.published).isEmpty();
  }

  @Test
  void shouldPublishOnceWhatIsDeliveredOftenAndIgnoreWhatIsNoWorkPackage() {
    // Given
    String other = "{\"action\":\"time_entry:created\",\"time_entry\":{}}";

    // When
    HttpResponse<String> first = scene.webhook(EVENT);
    HttpResponse<String> second = scene.webhook(EVENT);
    HttpResponse<String> ignored = scene.webhook(other);

    // Then
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(first.body()).contains("accepted", "open-project:1", "0.3");
    assertThat(second.body()).contains("repeated");
    assertThat(ignored.body()).contains("ignored");
    assertThat(scene.published).hasSize(1);
  }

  @Test
  void shouldNotRememberWhatBrokersDidNotAcknowledge() {
    // Given
    scene.broken = Optional.of(new IllegalStateException("no broker: secret words"));

    // When
    HttpResponse<String> refused = scene.webhook(EVENT);
    scene.broken = Optional.empty();
    HttpResponse<String> again = scene.webhook(EVENT);

    // Then
    assertThat(refused.statusCode()).isEqualTo(503);
    assertThat(refused.headers().firstValue("Retry-After")).isPresent();
    assertThat(refused.body()).doesNotContain("secret words");
    assertThat(again.body()).contains("accepted");
    assertThat(scene.published).hasSize(1);
  }

  @Test
  void shouldStayInTheLifeThatIsKnown() {
    // Given
    CurationId id = CurationId.parse("open-project:1");
    scene.accepted.put(
        id, new AcceptedCuration(id, new Version(2, 9), State.DELETED, null, "gone"));

    // When
    scene.webhook(EVENT);

    // Then
    assertThat(raw().version()).isEqualTo(new Version(2, 3));
  }

  @Test
  void shouldNotWaitForSurroundingsThatDoNotAnswer() {
    // Given
    scene.close();
    CountDownLatch never = new CountDownLatch(1);
    scene = new ApiScene(ApiLimits.standard(), Optional.empty(), waiting(never));

    // When
    long start = System.nanoTime();
    HttpResponse<String> first = scene.webhook(EVENT);
    Duration took = Duration.ofNanos(System.nanoTime() - start);
    HttpResponse<String> second = scene.webhook(EVENT);
    never.countDown();

    // Then
    assertThat(first.statusCode()).isEqualTo(202);
    assertThat(took).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(6));
    assertThat(second.body()).as("may be told better").contains("accepted");
    assertThat(raw().context()).isNotNull().matches(context -> context.fields() == null);
  }

  private RawCuration raw() {
    return ((SourceItem.Curation) scene.published.get(0)).raw();
  }

  private static Surroundings waiting(CountDownLatch until) {
    return new Surroundings() {
      @Override
      public Optional<WorkPackageSchema> schema(String href) {
        try {
          var unused = until.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        return Optional.empty();
      }

      @Override
      public Optional<ProjectRef> project(String href) {
        return Optional.empty();
      }

      @Override
      public Optional<List<AttachmentRef>> attachments(CurationId id) {
        return Optional.empty();
      }
    };
  }
}
