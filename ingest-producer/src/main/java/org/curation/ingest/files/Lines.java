package org.curation.ingest.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Splits a stream into lines of bounded length, so that a file of any size takes little memory. */
final class Lines {
  private static final int BUFFER = 64 * 1024;

  private final int maxBytes;
  private final Receiver out;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int number = 1;
  private boolean tooLong;

  private Lines(int maxBytes, Receiver out) {
    this.maxBytes = maxBytes;
    this.out = out;
  }

  /** Takes lines. */
  @FunctionalInterface
  interface Receiver {
    /**
     * Takes one line.
     *
     * @param number from 1
     * @param bytes without the line end
     * @param tooLong whether the line was longer and this is only its head
     */
    void line(int number, byte[] bytes, boolean tooLong);
  }

  /** Reads to the end. */
  static void split(InputStream in, int maxBytes, Receiver out) throws IOException {
    Lines lines = new Lines(maxBytes, out);
    byte[] buffer = new byte[BUFFER];
    for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
      lines.take(buffer, count);
    }
    if (lines.line.size() > 0) {
      lines.end();
    }
  }

  private void take(byte[] buffer, int count) {
    int start = 0;
    for (int i = 0; i < count; i++) {
      if (buffer[i] == '\n') {
        append(buffer, start, i);
        end();
        start = i + 1;
      }
    }
    append(buffer, start, count);
  }

  private void append(byte[] buffer, int start, int end) {
    int room = maxBytes - line.size();
    tooLong |= end - start > room;
    line.write(buffer, start, Math.min(end - start, room));
  }

  private void end() {
    byte[] bytes = line.toByteArray();
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    out.line(number, carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes, tooLong);
    line.reset();
    number++;
    tooLong = false;
  }
}
