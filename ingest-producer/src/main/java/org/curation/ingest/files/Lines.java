package org.curation.ingest.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Splits a stream into lines of bounded length, so that a file of any size takes little memory. For
 * one thread.
 */
public final class Lines {
  private static final int BUFFER = 64 * 1024;

  private final InputStream in;
  private final int maxBytes;
  private final byte[] buffer = new byte[BUFFER];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int at;
  private int filled;
  private int number;
  private long consumed;

  /** Begins with line 1. */
  public Lines(InputStream in, int maxBytes) {
    this(in, maxBytes, 0, 0);
  }

  /**
   * Goes on in the middle of a stream.
   *
   * @param linesBefore how many lines were read before
   * @param bytesBefore how many bytes they had
   */
  public Lines(InputStream in, int maxBytes, int linesBefore, long bytesBefore) {
    this.in = in;
    this.maxBytes = maxBytes;
    this.number = linesBefore;
    this.consumed = bytesBefore;
  }

  /**
   * One line.
   *
   * @param number from 1
   * @param bytes without the line end
   * @param tooLong whether the line was longer and this is only its head
   * @param end how many bytes of the stream were read with this line's end
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  public record Line(int number, byte[] bytes, boolean tooLong, long end) {
    /** Whether there is nothing but white space. */
    public boolean isBlank() {
      for (byte each : bytes) {
        if (each != ' ' && each != '\t' && each != '\r') {
          return false;
        }
      }
      return !tooLong;
    }
  }

  /** The next line; null at the end. */
  public @Nullable Line next() throws IOException {
    line.reset();
    boolean tooLong = false;
    boolean any = false;
    while (true) {
      if (at == filled) {
        filled = in.read(buffer);
        at = 0;
        if (filled < 0) {
          filled = 0;
          return any ? line(tooLong) : null;
        }
      }
      int end = at;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      int room = maxBytes - line.size();
      tooLong |= end - at > room;
      any |= end > at;
      line.write(buffer, at, Math.min(end - at, room));
      boolean ended = end < filled;
      consumed += end - at + (ended ? 1 : 0);
      at = ended ? end + 1 : end;
      if (ended) {
        return line(tooLong);
      }
    }
  }

  private Line line(boolean tooLong) {
    byte[] bytes = line.toByteArray();
    boolean carriageReturn = bytes.length > 0 && bytes[bytes.length - 1] == '\r';
    number++;
    return new Line(
        number, carriageReturn ? Arrays.copyOf(bytes, bytes.length - 1) : bytes, tooLong, consumed);
  }
}
