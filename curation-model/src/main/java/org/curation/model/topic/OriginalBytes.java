package org.curation.model.topic;

import java.util.Arrays;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Puts the key and value of what could not be handled into a dead letter. A value that is too large
 * for a letter, which only a compressed record or a file can be, is cut: the letter then says its
 * size, and its origin says where all of it lies. A cut letter can't be redriven. Pure but for the
 * headers.
 */
public final class OriginalBytes {
  /** Present when the letter holds only the beginning of the value: the whole size in bytes. */
  public static final String WHOLE_VALUE = "curation-original-value-bytes";

  /** Present when the key was left out: its size in bytes. */
  public static final String OMITTED_KEY = "curation-original-key-bytes";

  private static final int MAX_KEY = 512 * 1024;
  private static final int SMALL_KEY = 8 * 1024;

  /** Room for headers, framing and a small key. */
  private static final int MAX_VALUE = Topics.LARGE_RECORD_BYTES - 64 * 1024;

  private OriginalBytes() {}

  /**
   * Sets the headers about the original key, and about what is left out.
   *
   * @return the letter's value
   */
  public static byte[] keep(Headers headers, byte @Nullable [] key, byte[] value) {
    int room = MAX_VALUE;
    if (key != null && key.length <= MAX_KEY) {
      headers.add(DeadLetterHeaders.ORIGINAL_KEY, key);
      room -= Math.max(0, key.length - SMALL_KEY);
    } else if (key != null) {
      EventHeaders.set(headers, OMITTED_KEY, Integer.toString(key.length));
    }
    if (value.length <= room) {
      return value;
    }
    EventHeaders.set(headers, WHOLE_VALUE, Integer.toString(value.length));
    return Arrays.copyOf(value, room);
  }
}
