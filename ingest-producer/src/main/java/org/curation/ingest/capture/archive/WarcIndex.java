package org.curation.ingest.capture.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.source.LinkKey;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcRevisit;
import org.netpreserve.jwarc.WarcTargetRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which address is where in the archives. A file that is damaged counts up to the damage. Filled by
 * one thread, then only read.
 */
final class WarcIndex {
  private static final Logger LOG = LoggerFactory.getLogger(WarcIndex.class);
  private static final int MOST_ENTRIES = 2_000_000;
  private static final long LARGEST_RECORD = 1L << 30;
  private static final int LONGEST_URL = 8192;

  private final Map<String, WarcEntry> exact = new HashMap<>();
  private final Map<String, WarcEntry> folded = new HashMap<>();

  /** Reads all files. */
  WarcIndex(List<Path> files) {
    files.forEach(this::read);
    LOG.info("{} archives hold {} addresses", files.size(), exact.size());
  }

  Optional<WarcEntry> find(String url) {
    WarcEntry entry = exact.get(url);
    return Optional.ofNullable(entry == null ? folded.get(LinkKey.of(url)) : entry);
  }

  private void read(Path file) {
    try (WarcReader reader = new WarcReader(file)) {
      reader.setLenient(true);
      for (Optional<WarcRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        WarcRecord record = next.get();
        if (record.body().size() > LARGEST_RECORD || exact.size() >= MOST_ENTRIES) {
          LOG.warn("{} holds a record or a number of records that is too large; left there", file);
          return;
        }
        if (record instanceof WarcTargetRecord target) {
          add(target, file, reader.position());
        }
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("{} is damaged and counts up to there: {}", file, e.toString());
    }
  }

  private void add(WarcTargetRecord record, Path file, long offset) {
    try {
      Optional<WarcEntry> entry = entry(record, file, offset);
      String url = record.target();
      if (entry.isPresent() && url != null && url.length() <= LONGEST_URL) {
        exact.merge(url, entry.get(), WarcIndex::better);
        folded.merge(LinkKey.of(url), entry.get(), WarcIndex::better);
      }
    } catch (IOException | RuntimeException e) {
      LOG.debug("a record of {} at {} is left out: {}", file, offset, e.toString());
    }
  }

  private static WarcEntry better(WarcEntry one, WarcEntry other) {
    return other.isBetterThan(one) ? other : one;
  }

  private static Optional<WarcEntry> entry(WarcTargetRecord record, Path file, long offset)
      throws IOException {
    return switch (record) {
      case WarcResource content -> Optional.of(content(record, file, offset));
      case WarcRevisit revisit ->
          revisit
              .refersToTargetURI()
              .map(Object::toString)
              .filter(url -> !url.equals(record.target()))
              .map(url -> new WarcEntry(file, offset, record.date(), url, false, false));
      case WarcResponse response -> ofStatus(response.http(), record, file, offset);
      default -> Optional.empty();
    };
  }

  private static Optional<WarcEntry> ofStatus(
      HttpResponse http, WarcTargetRecord record, Path file, long offset) {
    int status = http.status();
    if (status == 200) {
      return Optional.of(content(record, file, offset));
    }
    boolean permanent = status == 301 || status == 308;
    return permanent || status == 302 || status == 303 || status == 307
        ? http.headers()
            .first("Location")
            .map(to -> new WarcEntry(file, offset, record.date(), to, true, permanent))
        : Optional.empty();
  }

  private static WarcEntry content(WarcTargetRecord record, Path file, long offset) {
    return new WarcEntry(file, offset, record.date(), null, false, false);
  }
}
