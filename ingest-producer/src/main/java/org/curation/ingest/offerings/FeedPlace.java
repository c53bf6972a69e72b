package org.curation.ingest.offerings;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.remote.Answer;
import org.curation.ingest.remote.RemoteReader;
import org.curation.service.UserError;

/** Where a feed is read. */
sealed interface FeedPlace {
  /**
   * What a reading gave.
   *
   * @param seen what tells next time whether something changed
   */
  record Reading(OfferingSnapshot snapshot, Map<String, String> seen) {}

  /**
   * Reads the feed; empty when it is as it was.
   *
   * @param seen of the last reading; empty reads in any case
   */
  Optional<Reading> read(Map<String, String> seen);

  /** An address, asked with the validators of its last answer. */
  record Web(URI address, RemoteReader reader, Map<String, String> secret) implements FeedPlace {
    private static final String ADDRESS = "address";
    private static final String ETAG = "etag";
    private static final String MODIFIED = "last-modified";

    @Override
    public Optional<Reading> read(Map<String, String> seen) {
      Map<String, String> headers = new HashMap<>();
      headers.put("Accept", "application/x-ndjson, application/jsonl, */*;q=0.5");
      boolean same = address.toString().equals(seen.get(ADDRESS));
      if (same && seen.containsKey(ETAG)) {
        headers.put("If-None-Match", seen.getOrDefault(ETAG, ""));
      }
      if (same && seen.containsKey(MODIFIED)) {
        headers.put("If-Modified-Since", seen.getOrDefault(MODIFIED, ""));
      }
      return switch (reader.get(address, headers, secret)) {
        case Answer.Unchanged unchanged -> Optional.empty();
        case Answer.Content content -> {
          Map<String, String> now = new HashMap<>(Map.of(ADDRESS, address.toString()));
          content.header("ETag").ifPresent(tag -> now.put(ETAG, tag));
          content.header("Last-Modified").ifPresent(time -> now.put(MODIFIED, time));
          yield Optional.of(new Reading(OfferingSnapshot.read(content.body(), name()), now));
        }
      };
    }

    private String name() {
      return address.getHost() + address.getPath();
    }
  }

  /** A file, read again when its size or time of change differs. */
  record Local(Path file) implements FeedPlace {
    @Override
    public Optional<Reading> read(Map<String, String> seen) {
      try {
        BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
        Map<String, String> now =
            Map.of("file", facts.size() + "/" + facts.lastModifiedTime().toMillis());
        if (now.equals(seen)) {
          return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
          String name = String.valueOf(file.getFileName());
          return Optional.of(new Reading(OfferingSnapshot.read(in, name), now));
        }
      } catch (IOException e) {
        throw new UserError(
            "The offerings in %s can't be read (%s). Check ingest.offerings.file."
                .formatted(file, e.getClass().getSimpleName()),
            e);
      }
    }
  }
}
