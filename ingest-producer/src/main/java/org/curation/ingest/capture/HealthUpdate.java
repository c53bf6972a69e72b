package org.curation.ingest.capture;

import java.time.Instant;
import java.util.Optional;
import org.curation.ingest.capture.Fetched.Reply;
import org.curation.ingest.capture.Fetched.Validators;
import org.curation.model.Capture;
import org.curation.model.CaptureRequest;
import org.curation.model.LinkHealth;
import org.curation.model.LinkHealth.Condition;
import org.curation.model.LinkHealth.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * What follows from a try: how the link is now, and whether enrichment is told. It is told the
 * first answer to a request and each content that is new; a link that fell ill later keeps its last
 * content. Pure.
 *
 * @param answer null when enrichment is told nothing
 */
record HealthUpdate(LinkHealth health, @Nullable Answer answer) {

  /** Says what follows. */
  static HealthUpdate of(
      CaptureRequest request, @Nullable Known known, Visit visit, Timing timing) {
    return new Reckoning(request, known, visit, timing).update();
  }

  /** The end of a request whose host let nobody in for too long. */
  static HealthUpdate givenUp(
      CaptureRequest request, @Nullable Known known, Visit visit, Timing timing) {
    return new Reckoning(request, known, visit, timing).giveUp((Fetched.Failed) visit.fetched());
  }

  private record Reckoning(
      CaptureRequest request, @Nullable Known known, Visit visit, Timing timing) {

    HealthUpdate update() {
      return switch (visit.fetched()) {
        case Fetched.Bytes bytes -> content(bytes);
        case Fetched.NotModified same ->
            hasContent()
                ? healthy(Outcome.NOT_MODIFIED, null, same.reply(), kept(), null)
                : failed(new Fetched.Failed("not modified, but nothing is known"));
        case Fetched.Gone gone -> ill(Condition.GONE, Outcome.GONE, gone.reason(), gone);
        case Fetched.Refused refused ->
            ill(Condition.REFUSED, Outcome.REFUSED, refused.reason(), refused);
        case Fetched.Failed failed -> failed(failed);
      };
    }

    private HealthUpdate content(Fetched.Bytes bytes) {
      Answer answer = visit.answer();
      Content content = new Content(bytes.validators(), visit.sha256());
      if (answer == null) {
        return healthy(Outcome.CAPTURED, null, bytes.reply(), content, null);
      }
      String reason = reason(answer);
      return switch (result(answer)) {
        case CAPTURED -> healthy(Outcome.CAPTURED, null, bytes.reply(), content, answer);
        // What can't be used is asked for in full the next time, and never covers what can.
        case UNUSABLE ->
            healthy(Outcome.UNUSABLE, reason, bytes.reply(), kept(), isAwaited() ? answer : null);
        default ->
            health(
                Condition.REFUSED,
                Outcome.REFUSED,
                reason,
                bytes.reply(),
                again(),
                0,
                kept(),
                isAwaited() ? answer : null);
      };
    }

    private HealthUpdate healthy(
        Outcome outcome,
        @Nullable String reason,
        Reply reply,
        Content content,
        @Nullable Answer answer) {
      Condition condition = reply.moved() ? Condition.MOVED : Condition.OK;
      return health(condition, outcome, reason, reply, again(), 0, content, answer);
    }

    private HealthUpdate ill(Condition condition, Outcome outcome, String reason, Fetched fetched) {
      return health(
          condition, outcome, reason, fetched.reply(), again(), 0, kept(), ifAwaited(fetched));
    }

    private HealthUpdate failed(Fetched.Failed failed) {
      Optional<Instant> retry =
          timing.retry(request.key().toString(), failures(), failed.retryAfter(), visit.at());
      return retry.isEmpty()
          ? giveUp(failed)
          : health(
              Condition.FAILING,
              Outcome.RETRYING,
              failed.reason(),
              failed.reply(),
              retry.get(),
              failures(),
              kept(),
              null);
    }

    HealthUpdate giveUp(Fetched.Failed failed) {
      return health(
          Condition.GONE,
          Outcome.GAVE_UP,
          failed.reason(),
          failed.reply(),
          again(),
          failures(),
          kept(),
          ifAwaited(failed));
    }

    private HealthUpdate health(
        Condition condition,
        Outcome outcome,
        @Nullable String reason,
        Reply reply,
        @Nullable Instant dueAt,
        int attempts,
        Content content,
        @Nullable Answer answer) {
      Known before = known;
      Instant since =
          before != null && before.condition() == condition
              ? Instant.ofEpochMilli(before.since())
              : visit.at();
      return new HealthUpdate(
          new LinkHealth(
              request.key(),
              request.number(),
              request.url(),
              condition,
              since,
              outcome,
              reason,
              reply.status(),
              reply.finalUrl(),
              visit.at(),
              dueAt,
              attempts,
              content.validators().etag(),
              content.validators().lastModified(),
              content.sha256()),
          answer);
    }

    /** The content that we have, as its server calls it. */
    private record Content(Validators validators, @Nullable String sha256) {}

    private Content kept() {
      Known before = known;
      return before == null
          ? new Content(Validators.NONE, null)
          : new Content(before.validators(), before.sha256());
    }

    private boolean hasContent() {
      return kept().sha256() != null;
    }

    private boolean isAwaited() {
      return known == null || !known.answered();
    }

    private @Nullable Answer ifAwaited(Fetched fetched) {
      return isAwaited() ? Answer.of(request, fetched, visit.at()) : null;
    }

    private int failures() {
      Known before = known;
      return before != null && before.outcome() == Outcome.RETRYING ? before.attempts() + 1 : 1;
    }

    private @Nullable Instant again() {
      return timing.again(request.key().toString(), visit.at()).orElse(null);
    }

    private static Capture.Result result(Answer answer) {
      return answer instanceof Answer.Complete complete
          ? complete.capture().result()
          : Capture.Result.CAPTURED;
    }

    private static @Nullable String reason(Answer answer) {
      return answer instanceof Answer.Complete complete ? complete.capture().reason() : null;
    }
  }
}
