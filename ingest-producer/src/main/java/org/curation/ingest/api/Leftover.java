package org.curation.ingest.api;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;

/** What is left of a body when a request is refused before it was read. */
final class Leftover {
  private static final int SMALL = 64 * 1024;
  private static final int BUFFER = 8 * 1024;
  private static final long NANOS = 1_000_000_000L;

  private Leftover() {}

  /**
   * Reads a small rest away, so that the client sees the answer and may use its connection again.
   * False when there is more, or it is too slow: then the connection must be closed.
   */
  static boolean cleared(HttpServletRequest request) {
    long declared = request.getContentLengthLong();
    if (declared < 0) {
      return request.getHeader("Transfer-Encoding") == null;
    }
    if (declared > SMALL) {
      return false;
    }
    long deadline = System.nanoTime() + NANOS;
    byte[] buffer = new byte[BUFFER];
    try {
      InputStream in = request.getInputStream();
      while (in.read(buffer) >= 0) {
        if (System.nanoTime() > deadline) {
          return false;
        }
      }
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
