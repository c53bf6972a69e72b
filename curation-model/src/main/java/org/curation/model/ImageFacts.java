package org.curation.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the capture worker found in an image's bytes.
 *
 * @param format the format that is published, {@code JPEG} or {@code PNG}
 * @param mediaType of the published bytes
 * @param width in pixels
 * @param height in pixels
 * @param sha256 of the published bytes, lower-case hexadecimal
 * @param bytes the number of published bytes
 * @param sourceFormat what the bytes were before re-encoding
 * @param position where {@code curation.images} holds the bytes
 */
public record ImageFacts(
    String format,
    String mediaType,
    int width,
    int height,
    String sha256,
    long bytes,
    @Nullable String sourceFormat,
    ImagePosition position) {
  /** Requires all parts that can't be derived. */
  public ImageFacts {
    Objects.requireNonNull(format, "format");
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(position, "position");
  }

  /**
   * Where {@code curation.images} holds the bytes of an image or another file.
   *
   * @param key the record's key there, {@code <curation id>|<resource>}
   */
  public record ImagePosition(CaptureKey key, int partition, long offset) {
    /** Requires the key. */
    public ImagePosition {
      Objects.requireNonNull(key, "key");
    }
  }
}
