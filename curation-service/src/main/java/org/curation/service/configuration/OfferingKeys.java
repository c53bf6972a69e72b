package org.curation.service.configuration;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** The keys of the offerings feed. */
public final class OfferingKeys {
  public static final Key<URI> URL =
      Key.optional(
          "ingest.offerings.url",
          KeyType.webAddress(),
          "An address that gives the product offerings, one JSON object a line. With it, it is polled.");
  public static final Key<String> TOKEN =
      Key.secret(
          "ingest.offerings.token",
          KeyType.text(),
          "A bearer token for that address. It is sent to that host only.");
  public static final Key<Path> FILE =
      Key.optional(
          "ingest.offerings.file",
          KeyType.path(),
          "A file of the same form instead of an address. It is read again when it changed.");
  public static final Key<String> MODE =
      Key.standard(
          "ingest.offerings.mode",
          KeyType.choice("snapshot", "delta"),
          "snapshot",
          "snapshot: the feed holds all offerings, and what is missing is withdrawn. delta: it holds changes, and only what it says is withdrawn goes.");
  public static final Key<Integer> LIMIT =
      Key.standard(
          "ingest.offerings.limit",
          KeyType.number(0, 100),
          "20",
          "The most that one snapshot may withdraw, in percent of the known offerings; ten always may be.");
  public static final Key<Duration> EVERY =
      Key.standard(
          "ingest.offerings.every",
          KeyType.span(Duration.ofMillis(100), Duration.ofDays(1)),
          "5m",
          "How long to wait before the feed is asked again.");

  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL = List.of(URL, TOKEN, FILE, MODE, LIMIT, EVERY);

  private OfferingKeys() {}
}
