package org.curation.service.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * The keys of the connection to OpenProject. Ingest polls it; the capture worker fetches
 * attachments with the same address and token.
 */
public final class OpenProjectKeys {
  public static final Key<URI> URL =
      Key.optional(
          "ingest.openproject.url",
          KeyType.webAddress(),
          "OpenProject's address, without /api/v3. With it, work packages are polled.");
  public static final Key<String> TOKEN =
      Key.secret(
          "ingest.openproject.token",
          KeyType.text(),
          "An API token of a user who may see the projects.");

  public static final Key<List<String>> PROJECTS =
      Key.optional(
          "ingest.openproject.projects",
          KeyType.texts("projects' identifiers with commas between", "[^\\p{Cntrl}]{1,255}"),
          "Only work packages of these projects: identifiers, names or numbers. Without it, of all that the token's user may see.");
  public static final Key<List<String>> TYPES =
      Key.optional(
          "ingest.openproject.types",
          KeyType.texts("types' names with commas between", "[^\\p{Cntrl}]{1,255}"),
          "Only work packages of these types: names or numbers. Without it, of all types.");
  public static final Key<Duration> EVERY =
      Key.standard(
          "ingest.openproject.every",
          KeyType.span(Duration.ofMillis(100), Duration.ofDays(1)),
          "1m",
          "How long to wait between two polls for what changed.");
  public static final Key<Duration> OVERLAP =
      Key.standard(
          "ingest.openproject.overlap",
          KeyType.span(Duration.ofSeconds(1), Duration.ofDays(7)),
          "5m",
          "How far a poll looks back before what was read: for work packages that were being saved meanwhile, and for clocks that differ.");
  public static final Key<Integer> PAGE_SIZE =
      Key.standard(
          "ingest.openproject.page-size",
          KeyType.number(1, 1000),
          "200",
          "Work packages of one page. OpenProject may give fewer.");
  public static final Key<Duration> RECONCILE_EVERY =
      Key.standard(
          "ingest.openproject.reconcile.every",
          KeyType.span(Duration.ofMillis(100), Duration.ofDays(30)),
          "6h",
          "How long to wait between two comparisons of everything that is listed with everything that is published; they find deletions and new names of projects, people and options. The first is at once.");
  public static final Key<Integer> DELETE_LIMIT =
      Key.standard(
          "ingest.openproject.delete-limit",
          KeyType.number(0, 100),
          "20",
          "In percent of the known work packages: a comparison that would delete more (and more than 10) deletes nothing and raises curation_reconciliation_refused. If they really are gone, set it higher and restart.");
  public static final Key<Duration> TIMEOUT =
      Key.standard(
          "ingest.openproject.timeout",
          KeyType.span(Duration.ofMillis(100), Duration.ofMinutes(10)),
          "30s",
          "How long a whole answer of OpenProject may take.");

  /** The capture worker's own, as it may run elsewhere. */
  public static final Key<URI> CAPTURE_URL =
      Key.optional(
          "capture.openproject.url",
          KeyType.webAddress(),
          "OpenProject's address, without /api/v3: attachments are fetched there.");

  public static final Key<String> CAPTURE_TOKEN =
      Key.secret(
          "capture.openproject.token",
          KeyType.text(),
          "An API token of a user who may see the attachments. It is sent to that address only.");

  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL =
      List.of(
          URL,
          TOKEN,
          PROJECTS,
          TYPES,
          EVERY,
          OVERLAP,
          PAGE_SIZE,
          RECONCILE_EVERY,
          DELETE_LIMIT,
          TIMEOUT,
          CAPTURE_URL,
          CAPTURE_TOKEN);

  private OpenProjectKeys() {}
}
