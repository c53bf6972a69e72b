package org.curation.ingest.capture;

import java.util.function.Consumer;
import org.curation.ingest.capture.Fetched.Reply;
import org.curation.model.topic.Partitioning;

/** What a fetch teaches about the host that was asked. Pure. */
final class HostLesson {
  private static final int TOO_MANY_REQUESTS = 429;
  private static final int SERVER_ERROR = 500;

  private HostLesson() {}

  /**
   * The lesson of one fetch. A redirect may have ended at another host, whose trouble is not this
   * one's.
   */
  static Consumer<HostBreaker> of(String host, Fetched fetched, long now) {
    return switch (fetched) {
      case Fetched.Bytes bytes -> HostBreaker::answered;
      case Fetched.NotModified same -> HostBreaker::answered;
      case Fetched.Gone gone -> gone.reply().status() == null ? nothing() : HostBreaker::answered;
      case Fetched.Refused refused -> nothing();
      case Fetched.Failed failed -> ofFailure(host, failed, now);
    };
  }

  private static Consumer<HostBreaker> ofFailure(String host, Fetched.Failed failed, long now) {
    Reply reply = failed.reply();
    Integer status = reply.status();
    boolean unwell = status == null || status == TOO_MANY_REQUESTS || status >= SERVER_ERROR;
    if (!unwell || isElsewhere(host, reply)) {
      return HostBreaker::answered;
    }
    return breaker -> {
      failed.retryAfter().ifPresent(span -> breaker.hold(now, span));
      breaker.failed(now);
    };
  }

  private static boolean isElsewhere(String host, Reply reply) {
    String last = reply.finalUrl();
    return last != null && !host.isEmpty() && !Partitioning.hostOf(last).equals(host);
  }

  private static Consumer<HostBreaker> nothing() {
    return breaker -> {};
  }
}
