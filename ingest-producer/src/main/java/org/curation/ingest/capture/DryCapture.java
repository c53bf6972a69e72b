package org.curation.ingest.capture;

import java.time.Instant;
import org.curation.model.Capture;
import org.curation.model.CaptureRequest;

/** Answers requests as the worker would, without Kafka: an image's place in the log stays zero. */
public final class DryCapture {
  private final Fetcher fetcher;

  /** Answers with what a fetcher gives. */
  public DryCapture(Fetcher fetcher) {
    this.fetcher = fetcher;
  }

  /** The answer to a request. */
  public Capture capture(CaptureRequest request, Instant at) {
    return switch (Answer.of(request, fetcher.fetch(request), at)) {
      case Answer.Complete complete -> complete.capture();
      case Answer.WithContent content -> content.capture(0, 0);
    };
  }
}
