package org.curation.standalone.cli;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Lines of UTF-8, one at a time. A line that is none is told instead of guessed at, and doesn't
 * stop the others. For one thread.
 */
final class Utf8Lines {
  /** The most bytes of a line that are read; the rest of it is passed over. */
  static final int MOST_BYTES = 1 << 20;

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private final InputStream in;
  private final int mostBytes;
  private boolean afterReturn;
  private long number;

  Utf8Lines(InputStream in) {
    this(in, MOST_BYTES);
  }

  Utf8Lines(InputStream in, int mostBytes) {
    this.in = new BufferedInputStream(in);
    this.mostBytes = mostBytes;
  }

  /**
   * A line.
   *
   * @param number from 1
   * @param text without the mark that may be in front of it; empty when it can't be read
   * @param problem why it can't be read, to be put behind "line 3"; null when it can
   */
  record Line(long number, String text, @Nullable String problem) {}

  /** The next line; null at the end. */
  @Nullable Line next() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    int b = in.read();
    if (b == '\n' && afterReturn) {
      b = in.read();
    }
    afterReturn = false;
    if (b < 0) {
      return null;
    }
    boolean tooLong = false;
    for (; b >= 0 && b != '\n' && b != '\r'; b = in.read()) {
      tooLong |= bytes.size() == mostBytes;
      if (!tooLong) {
        bytes.write(b);
      }
    }
    afterReturn = b == '\r';
    number++;
    return tooLong
        ? new Line(number, "", "is longer than %d bytes".formatted(mostBytes))
        : line(bytes.toByteArray());
  }

  /** Whether a line can be read without waiting, as far as is known. */
  boolean ready() throws IOException {
    return in.available() > 0;
  }

  private Line line(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
      return new Line(number, marked ? text.substring(1) : text, null);
    } catch (CharacterCodingException e) {
      return new Line(number, "", "is not UTF-8; convert the input");
    }
  }

  /** Whether a text has half of a surrogate pair: no character, so no encoding has bytes for it. */
  static boolean hasLoneSurrogate(String text) {
    return !StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
