package org.curation.service.configuration;

import java.net.URI;
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
  static final List<Key<?>> ALL = List.of(URL, TOKEN, CAPTURE_URL, CAPTURE_TOKEN);

  private OpenProjectKeys() {}
}
