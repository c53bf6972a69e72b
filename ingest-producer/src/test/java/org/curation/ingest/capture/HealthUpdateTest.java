package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.capture.Fetched.Reply;
import org.curation.ingest.capture.Fetched.Validators;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.LinkHealth.Condition;
import org.curation.model.LinkHealth.Outcome;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HealthUpdateTest {
  private static final Instant FIRST = Instant.parse("2022-02-02T02:02:02Z");
  private static final Instant LATER = FIRST.plus(Duration.ofDays(30));
  private static final Timing TIMING =
      new Timing(new CapturePolicy(Duration.ofDays(30), List.of(Duration.ofMinutes(1)), 64, 2, 5));
  private static final CaptureRequest PAGE =
      new CaptureRequest(CaptureKey.parse("open-project:1|page"), 1, "https://one.example/", "");
  private static final CaptureRequest IMAGE =
      new CaptureRequest(
          CaptureKey.parse("open-project:1|featured-image"), 1, "https://one.example/i", "");

  @Test
  void shouldTellTheFirstContentAndOnlyWhatIsNewLater() {
    // Given
    HealthUpdate first = update(PAGE, null, content(PAGE, "<p>1", "a", null, FIRST));

    // When
    HealthUpdate same = update(PAGE, first, content(PAGE, "<p>1", "a", known(first), LATER));
    HealthUpdate other = update(PAGE, same, content(PAGE, "<p>2", "b", known(same), LATER));

    // Then
    assertThat(first.answer()).isNotNull();
    assertThat(first.health().etag()).isEqualTo("a");
    assertThat(same.answer()).isNull();
    assertThat(same.health().since()).isEqualTo(FIRST);
    assertThat(other.answer()).isNotNull();
    assertThat(other.health().etag()).isEqualTo("b");
    assertThat(other.health().dueAt()).isAfter(LATER);
  }

  @Test
  void shouldNeverCoverContentByWhatCantBeUsedIsGoneOrRefused() {
    // Given
    byte[] jpeg = Images.encoded("jpeg", 8, 8);
    HealthUpdate good = update(IMAGE, null, visit(IMAGE, bytes(jpeg, "a"), "sha", jpeg, FIRST));
    byte[] broken = {1, 2, 3};

    // When
    HealthUpdate unusable =
        update(IMAGE, good, visit(IMAGE, bytes(broken, "b"), "other", broken, LATER));
    HealthUpdate gone = update(IMAGE, unusable, none(new Fetched.Gone("404"), LATER));
    HealthUpdate refused = update(IMAGE, gone, none(new Fetched.Refused("robots"), LATER));

    // Then
    for (HealthUpdate update : List.of(unusable, gone, refused)) {
      assertThat(update.answer()).isNull();
      assertThat(update.health().contentSha256()).isEqualTo("sha");
      assertThat(update.health().etag()).isEqualTo("a");
    }
    assertThat(unusable.health().outcome()).isEqualTo(Outcome.UNUSABLE);
    assertThat(gone.health().condition()).isEqualTo(Condition.GONE);
    assertThat(refused.health().condition()).isEqualTo(Condition.REFUSED);
  }

  @Test
  void shouldTellAFailureOnlyAtTheEnd() {
    // Given
    Visit failed = none(new Fetched.Failed("no route"), FIRST);

    // When
    HealthUpdate first = update(PAGE, null, failed);
    HealthUpdate last = update(PAGE, first, failed);
    HealthUpdate back = update(PAGE, last, content(PAGE, "<p>1", "a", known(last), LATER));

    // Then
    assertThat(first.answer()).isNull();
    assertThat(first.health().outcome()).isEqualTo(Outcome.RETRYING);
    assertThat(first.health().condition()).isEqualTo(Condition.FAILING);
    assertThat(last.answer()).isNotNull();
    assertThat(last.health().outcome()).isEqualTo(Outcome.GAVE_UP);
    assertThat(last.health().attempts()).isEqualTo(2);
    assertThat(back.answer()).isNotNull();
    assertThat(back.health().attempts()).isZero();
    assertThat(back.health().condition()).isEqualTo(Condition.OK);
  }

  @Test
  void shouldNotBelieveThatNothingChangedWhenNothingIsKnown() {
    // When
    HealthUpdate update = update(PAGE, null, none(new Fetched.NotModified(Reply.NONE), FIRST));

    // Then
    assertThat(update.health().outcome()).isEqualTo(Outcome.RETRYING);
  }

  @Test
  void shouldSayThatALinkMoved() {
    // Given
    Reply moved = new Reply(200, "https://new.example/", List.of(), true);
    Fetched fetched = new Fetched.Bytes(new byte[0], Optional.empty(), Validators.NONE, moved);

    // When
    HealthUpdate update = update(PAGE, null, visit(PAGE, fetched, "sha", new byte[] {'x'}, FIRST));

    // Then
    assertThat(update.health().condition()).isEqualTo(Condition.MOVED);
    assertThat(update.health().finalUrl()).isEqualTo("https://new.example/");
  }

  private static HealthUpdate update(
      CaptureRequest request, @Nullable HealthUpdate before, Visit visit) {
    return HealthUpdate.of(request, before == null ? null : known(before), visit, TIMING);
  }

  private static Known known(HealthUpdate update) {
    return Known.of(update.health());
  }

  private static Visit none(Fetched fetched, Instant at) {
    return new Visit(fetched, null, null, at);
  }

  private static Visit content(
      CaptureRequest request, String html, String etag, @Nullable Known known, Instant at) {
    byte[] body = html.getBytes(StandardCharsets.UTF_8);
    boolean same = known != null && html.equals(known.sha256());
    return same
        ? new Visit(bytes(body, etag), html, null, at)
        : visit(request, bytes(body, etag), html, body, at);
  }

  private static Visit visit(
      CaptureRequest request, Fetched fetched, String sha256, byte[] body, Instant at) {
    Fetched whole = new Fetched.Bytes(body, request.url(), Optional.empty());
    return new Visit(fetched, sha256, Answer.of(request, whole, at), at);
  }

  private static Fetched bytes(byte[] body, String etag) {
    return new Fetched.Bytes(
        body, Optional.empty(), new Validators(etag, null), new Reply(200, null, List.of(), false));
  }
}
