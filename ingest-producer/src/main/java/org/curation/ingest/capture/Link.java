package org.curation.ingest.capture;

import java.time.Instant;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.topic.Partitioning;
import org.jspecify.annotations.Nullable;

/**
 * One request as the worker remembers it. There may be hundreds of thousands, so it holds plain
 * values. Belongs to the worker's thread.
 */
final class Link {
  private final String key;
  private final long number;
  private final String url;
  private final String fileName;
  private final long againAfter;
  private final Place place;
  private final String host;
  private @Nullable Known known;
  private int ticket;

  /**
   * Where a request stands in the log.
   *
   * @param timestamp in epoch milliseconds
   * @param trace of what caused it; null for none
   */
  record Place(int partition, long offset, long timestamp, @Nullable String trace) {}

  Link(CaptureRequest request, Place place) {
    Instant demanded = request.againAfter();
    this.key = request.key().toString();
    this.number = request.number();
    this.url = request.url();
    this.fileName = request.fileName();
    this.againAfter = demanded == null ? 0 : demanded.toEpochMilli();
    this.place = place;
    this.host = Partitioning.hostOf(url);
  }

  String key() {
    return key;
  }

  Place place() {
    return place;
  }

  /** Whose patience is asked for: the URL's host; empty for the curation system. */
  String host() {
    return host;
  }

  CaptureRequest request() {
    return new CaptureRequest(
        CaptureKey.parse(key),
        number,
        url,
        fileName,
        againAfter == 0 ? null : Instant.ofEpochMilli(againAfter));
  }

  /** What is known about this request; null when it was never tried. */
  @Nullable Known known() {
    return known;
  }

  /** Takes in what is known, unless it is about another request. */
  void learn(@Nullable Known fact) {
    known = fact != null && fact.isAbout(number, url) ? fact.sharing(url) : null;
  }

  /** Whether enrichment waits for an answer. */
  boolean awaited() {
    return known == null || !known.answered();
  }

  /** When it is due, in epoch milliseconds. */
  long due(Timing timing) {
    return timing.due(key, known, againAfter);
  }

  /** What a plan must name to be still meant. */
  int ticket() {
    return ticket;
  }

  /** Makes every plan that was made for it void. */
  int newTicket() {
    return ++ticket;
  }
}
