package org.curation.model.topic;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * Puts the key and value of what could not be handled into a dead letter. What is too large for a
 * letter, which only a compressed record can be, stays where it is: the letter says its size, and
 * its origin says where it lies. Pure but for the headers.
 */
public final class OriginalBytes {
  /** Present when the value was left out: its size in bytes. */
  public static final String OMITTED_VALUE = "curation-original-value-bytes";

  /** Present when the key was left out: its size in bytes. */
  public static final String OMITTED_KEY = "curation-original-key-bytes";

  private static final int MAX_KEY = 512 * 1024;

  /** Room for the key, all headers and framing. */
  private static final int MAX_VALUE = Topics.LARGE_RECORD_BYTES - 2 * MAX_KEY;

  private OriginalBytes() {}

  /**
   * Sets the headers about the original key, and about what is left out.
   *
   * @return the letter's value
   */
  public static byte[] keep(Headers headers, byte @Nullable [] key, byte[] value) {
    if (key != null && key.length <= MAX_KEY) {
      headers.add(DeadLetterHeaders.ORIGINAL_KEY, key);
    } else if (key != null) {
      EventHeaders.set(headers, OMITTED_KEY, Integer.toString(key.length));
    }
    if (value.length <= MAX_VALUE) {
      return value;
    }
    EventHeaders.set(headers, OMITTED_VALUE, Integer.toString(value.length));
    return new byte[0];
  }
}
