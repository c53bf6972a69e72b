package org.curation.ingest.capture;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How one try to get a resource ended. */
public sealed interface Fetched {
  /** What was seen on the way. */
  Reply reply();

  /**
   * What was seen on the way, whatever the end.
   *
   * @param status HTTP's status of the last answer; null when there was none, or no HTTP
   * @param finalUrl where the last answer came from; null when there was none
   * @param redirects each address on the way, in order, the first and the last left out
   * @param moved whether all redirects were for good
   */
  record Reply(
      @Nullable Integer status, @Nullable String finalUrl, List<String> redirects, boolean moved) {
    /** Nothing was seen. */
    static final Reply NONE = new Reply(null, null, List.of(), false);

    /** Copies the list. */
    public Reply {
      redirects = List.copyOf(redirects);
    }
  }

  /**
   * What a server calls the content it sent, so that it need not be sent again.
   *
   * @param etag the header {@code ETag}
   * @param lastModified the header {@code Last-Modified}, verbatim
   */
  record Validators(@Nullable String etag, @Nullable String lastModified) {
    /** The server gave none. */
    static final Validators NONE = new Validators(null, null);
  }

  /**
   * It is there.
   *
   * @param contentType as the server said, with its parameters
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Bytes(byte[] body, Optional<String> contentType, Validators validators, Reply reply)
      implements Fetched {
    /** Content that came without HTTP. */
    public Bytes(byte[] body, String finalUrl, Optional<String> contentType) {
      this(body, contentType, Validators.NONE, new Reply(null, finalUrl, List.of(), false));
    }
  }

  /** It is what its validators say that we have already. */
  record NotModified(Reply reply) implements Fetched {}

  /** Its source says that it is not there. */
  record Gone(String reason, Reply reply) implements Fetched {
    /** Without an answer. */
    public Gone(String reason) {
      this(reason, Reply.NONE);
    }
  }

  /** Our own rules forbid to get it. */
  record Refused(String reason, Reply reply) implements Fetched {
    /** Without an answer. */
    public Refused(String reason) {
      this(reason, Reply.NONE);
    }
  }

  /**
   * This try failed; a later one may not.
   *
   * @param retryAfter how long the server asks to be left alone
   */
  record Failed(String reason, Optional<Duration> retryAfter, Reply reply) implements Fetched {
    /** Without an answer. */
    public Failed(String reason) {
      this(reason, Optional.empty(), Reply.NONE);
    }
  }
}
