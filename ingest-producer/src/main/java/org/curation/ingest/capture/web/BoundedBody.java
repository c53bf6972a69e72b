package org.curation.ingest.capture.web;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/** Reads a body, decompressed, up to a bound of bytes and time. */
final class BoundedBody {
  private static final int CHUNK = 16 * 1024;

  private BoundedBody() {}

  /**
   * Reads all of it.
   *
   * @param encoding the header {@code Content-Encoding}, empty for none
   * @throws FetchException when it is too large, or of an encoding that wasn't offered
   * @throws IOException when it breaks off
   */
  static byte[] read(InputStream raw, String encoding, ResourceRule rule, Deadline deadline)
      throws IOException {
    InputStream in = decoded(raw, encoding.strip().toLowerCase(Locale.ROOT));
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    byte[] chunk = new byte[CHUNK];
    for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
      if (deadline.isOver()) {
        throw FetchException.failed("it took too long");
      }
      int room = rule.mostBytes() - body.size();
      if (count > room && rule.cut()) {
        body.write(chunk, 0, room);
        break;
      }
      if (count > room) {
        throw FetchException.refused("it is larger than %d bytes".formatted(rule.mostBytes()));
      }
      body.write(chunk, 0, count);
    }
    return body.toByteArray();
  }

  private static InputStream decoded(InputStream raw, String encoding) throws IOException {
    return switch (encoding) {
      case "", "identity" -> raw;
      case "gzip", "x-gzip" -> gzip(raw);
      case "deflate" -> deflate(raw);
      default ->
          throw FetchException.failed(
              "the server used a content encoding that was not offered to it");
    };
  }

  private static InputStream gzip(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw);
    buffered.mark(1);
    if (buffered.read() < 0) {
      return buffered; // nothing at all, whatever the header says
    }
    buffered.reset();
    return new GZIPInputStream(buffered);
  }

  /** Some servers send the bare stream, some wrap it as the standard says. */
  private static InputStream deflate(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw);
    buffered.mark(2);
    int first = buffered.read();
    int second = buffered.read();
    buffered.reset();
    boolean wrapped = (first & 0x0F) == 8 && second >= 0 && (first << 8 | second) % 31 == 0;
    return new InflaterInputStream(buffered, new Inflater(!wrapped));
  }
}
