package org.curation.service.configuration;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** The keys of the Dropmark source. */
public final class DropmarkKeys {
  public static final Key<List<String>> COLLECTIONS =
      Key.optional(
          "ingest.dropmark.collections",
          KeyType.texts("numbers of collections, with commas between", "\\d{1,18}"),
          "The Dropmark collections that are polled with the API.");
  public static final Key<List<String>> EXPORTS =
      Key.optional(
          "ingest.dropmark.exports",
          KeyType.texts(
              "addresses such as https://user.dropmark.com/123.json, with commas between",
              "https?://[A-Za-z0-9.:-]+/\\d{1,18}\\.json"),
          "The public exports of Dropmark collections that are polled; they need no key.");
  public static final Key<URI> URL =
      Key.standard(
          "ingest.dropmark.url",
          KeyType.webAddress(),
          "https://api.dropmark.com/v1",
          "The address of Dropmark's API.");
  public static final Key<String> API_KEY =
      Key.secret("ingest.dropmark.api-key", KeyType.text(), "The key of the API.");
  public static final Key<String> USER =
      Key.optional(
          "ingest.dropmark.user", KeyType.text(), "The number of the user whose token it is.");
  public static final Key<String> TOKEN =
      Key.secret("ingest.dropmark.token", KeyType.text(), "The token of that user.");
  public static final Key<Duration> EVERY =
      Key.standard(
          "ingest.dropmark.every",
          KeyType.span(Duration.ofMillis(100), Duration.ofDays(1)),
          "10m",
          "How long to wait before the collections are read again.");
  public static final Key<Integer> LIMIT =
      Key.standard(
          "ingest.dropmark.limit",
          KeyType.number(0, 100),
          "20",
          "The most that one reading may delete because it is no longer listed, in percent of the items of the collections; ten always may be.");

  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL =
      List.of(COLLECTIONS, EXPORTS, URL, API_KEY, USER, TOKEN, EVERY, LIMIT);

  private DropmarkKeys() {}
}
