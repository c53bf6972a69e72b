package org.curation.ingest.api;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeoutException;

/** Reads a body within limits of size, memory and time. */
final class BodyReading {
  private static final int FIRST = 16 * 1024;

  private BodyReading() {}

  /**
   * The whole body. Never holds more than one byte beyond the limit.
   *
   * @param declared its length as the client says; negative when it doesn't
   * @throws ProblemException when it is too large, too slow or broken off, or memory is short
   */
  static byte[] read(InputStream in, long declared, ApiLimits limits, Admission.Place place) {
    if (declared > limits.bodyBytes()) {
      throw tooLarge(limits);
    }
    int most = limits.bodyBytes() + 1;
    // A declared length is a mere claim: memory is taken as bytes arrive.
    int room = (int) Math.min(FIRST, declared >= 0 ? declared + 1 : most);
    long deadline = System.nanoTime() + limits.read().toNanos();
    place.take(room);
    byte[] buffer = new byte[room];
    int length = 0;
    try {
      for (int read = in.read(buffer, 0, room);
          read >= 0;
          read = in.read(buffer, length, buffer.length - length)) {
        length += read;
        if (length > limits.bodyBytes()) {
          throw tooLarge(limits);
        }
        if (System.nanoTime() > deadline) {
          throw tooSlow(limits);
        }
        if (length == buffer.length) {
          int larger = (int) Math.min(most, 2L * buffer.length);
          buffer = copied(buffer, larger, place);
        }
      }
    } catch (IOException e) {
      throw broken(e, limits);
    }
    return length == buffer.length ? buffer : copied(buffer, length, place);
  }

  /** For a moment there are both. */
  private static byte[] copied(byte[] buffer, int length, Admission.Place place) {
    place.take(length);
    byte[] copy = Arrays.copyOf(buffer, length);
    place.giveBack(buffer.length);
    return copy;
  }

  private static ProblemException broken(IOException e, ApiLimits limits) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof TimeoutException) {
        return tooSlow(limits);
      }
    }
    return Problem.of(
            Problem.Kind.BAD_REQUEST,
            e instanceof EOFException
                ? "The body ended before its declared length. Send it again."
                : "The body was broken off. Send it again.")
        .with("Connection", "close")
        .asException();
  }

  private static ProblemException tooLarge(ApiLimits limits) {
    return Problem.of(
            Problem.Kind.TOO_LARGE,
            "At most %d bytes are taken. Send less, or several requests."
                .formatted(limits.bodyBytes()))
        .with("Connection", "close")
        .asException();
  }

  private static ProblemException tooSlow(ApiLimits limits) {
    return Problem.of(
            Problem.Kind.TOO_SLOW,
            "The whole body must arrive within %d s. Send it again."
                .formatted(limits.read().toSeconds()))
        .with("Connection", "close")
        .asException();
  }
}
