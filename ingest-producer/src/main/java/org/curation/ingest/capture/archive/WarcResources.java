package org.curation.ingest.capture.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.capture.Fetched.Reply;
import org.curation.ingest.capture.Fetched.Validators;
import org.curation.ingest.capture.Fetcher;
import org.curation.ingest.capture.guard.AddressRefusedException;
import org.curation.ingest.capture.guard.WebAddress;
import org.curation.ingest.source.Excerpt;
import org.curation.model.CaptureRequest;
import org.curation.service.UserError;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResource;
import org.netpreserve.jwarc.WarcResponse;

/**
 * Answers from web archives, never from the network: the newest content that they hold of an
 * address, redirects inside of them followed. What an archive doesn't hold is gone. Safe for use by
 * threads.
 */
public final class WarcResources implements Fetcher {
  private static final int MOST_FILES = 10_000;
  private static final int DEPTH = 16;
  private static final int MOST_HOPS = 10;
  private static final int MOST_BYTES = 50 << 20;

  private final WarcIndex index;

  /**
   * Finds out what a folder's archives hold.
   *
   * @throws UserError when it can't be read
   */
  public WarcResources(Path folder) {
    try (Stream<Path> files = Files.walk(folder, DEPTH)) {
      this.index =
          new WarcIndex(
              files
                  .filter(file -> file.toString().matches("(?si).*\\.warc(\\.gz)?"))
                  .filter(Files::isRegularFile)
                  .limit(MOST_FILES)
                  .sorted()
                  .toList());
    } catch (IOException | UncheckedIOException e) {
      throw new UserError(
          "capture.warc: the folder %s can't be read. Check its name and its permissions."
              .formatted(folder),
          e);
    }
  }

  @Override
  public Fetched fetch(CaptureRequest request) {
    List<String> trail = new ArrayList<>(List.of(request.url()));
    Set<WarcEntry> seen = new HashSet<>();
    boolean moved = true;
    String url = request.url();
    while (true) {
      Optional<WarcEntry> found = index.find(url);
      if (found.isEmpty() || !seen.add(found.get()) || seen.size() > 2 * MOST_HOPS) {
        return new Fetched.Gone("not archived: " + Excerpt.of(url));
      }
      WarcEntry entry = found.get();
      String to = entry.leadsTo();
      if (to == null) {
        return content(entry, reply(trail, moved));
      }
      try {
        url = WebAddress.parse(url).resolve(to).toString();
      } catch (AddressRefusedException e) {
        return new Fetched.Gone("archived with a redirect that leads nowhere");
      }
      if (entry.redirect()) {
        moved &= entry.permanent();
        trail.add(url);
      }
    }
  }

  private static Reply reply(List<String> trail, boolean moved) {
    int last = trail.size() - 1;
    return new Reply(
        200, trail.get(last), last > 1 ? trail.subList(1, last) : List.of(), last > 0 && moved);
  }

  private static Fetched content(WarcEntry entry, Reply reply) {
    try (FileChannel file = FileChannel.open(entry.file())) {
      file.position(entry.offset());
      try (WarcReader reader = new WarcReader(file)) {
        reader.setLenient(true);
        Optional<WarcRecord> record = reader.next();
        return record.isEmpty()
            ? new Fetched.Gone("the archive ends before it")
            : content(record.get(), reply);
      }
    } catch (IOException | RuntimeException e) {
      return new Fetched.Failed("the archive can't be read: " + e.getClass().getSimpleName());
    }
  }

  private static Fetched content(WarcRecord record, Reply reply) throws IOException {
    return switch (record) {
      case WarcResponse response -> {
        HttpResponse http = response.http();
        Validators validators =
            new Validators(
                http.headers().first("ETag").orElse(null),
                http.headers().first("Last-Modified").orElse(null));
        yield bytes(
            http.bodyDecoded().stream(), http.headers().first("Content-Type"), validators, reply);
      }
      case WarcResource resource ->
          bytes(
              resource.body().stream(),
              resource.headers().first("Content-Type"),
              new Validators(null, null),
              reply);
      default -> new Fetched.Gone("the archive was changed since it was looked through");
    };
  }

  private static Fetched bytes(
      InputStream in, Optional<String> type, Validators validators, Reply reply)
      throws IOException {
    byte[] body = in.readNBytes(MOST_BYTES + 1);
    return body.length > MOST_BYTES
        ? new Fetched.Refused("it is larger than %d bytes".formatted(MOST_BYTES), reply)
        : new Fetched.Bytes(body, type, validators, reply);
  }
}
