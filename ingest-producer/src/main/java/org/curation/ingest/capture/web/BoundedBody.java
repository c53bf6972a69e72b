package org.curation.ingest.capture.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

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
    try (InputStream in = Inflated.open(raw, encoding.strip().toLowerCase(Locale.ROOT))) {
      return read(in, rule, deadline);
    }
  }

  private static byte[] read(InputStream in, ResourceRule rule, Deadline deadline)
      throws IOException {
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
}
