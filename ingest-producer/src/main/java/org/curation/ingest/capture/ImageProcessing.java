package org.curation.ingest.capture;

import java.io.IOException;
import java.util.Optional;
import org.curation.model.topic.Topics;

/**
 * Checks an image's bytes and makes a JPEG of them. A JPEG that decodes stays as it is, byte for
 * byte; equal bytes always give equal bytes. Pure; safe for use by threads.
 */
public final class ImageProcessing {
  /** Most pixels of an image that is decoded. */
  public static final long MAX_PIXELS = 50_000_000;

  /** Most bytes of an image that is published. */
  public static final int MAX_BYTES = Topics.LARGE_RECORD_BYTES - 64 * 1024;

  private static final String JPEG = "JPEG";

  private ImageProcessing() {}

  /** What became of an image. */
  public sealed interface Processed {
    /**
     * An image that is published.
     *
     * @param format of the bytes: {@code JPEG} or {@code PNG}
     * @param width in pixels
     * @param height in pixels
     * @param sourceFormat what it was before
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Usable(byte[] bytes, String format, int width, int height, String sourceFormat)
        implements Processed {}

    /**
     * No image, or none that may be published.
     *
     * @param reason for people
     */
    record Unusable(String reason) implements Processed {}
  }

  /** Checks and converts one image. */
  public static Processed process(byte[] bytes) {
    return process(bytes, MAX_BYTES);
  }

  static Processed process(byte[] bytes, int maxBytes) {
    return ImageReading.read(
        bytes,
        ImageReading.FORMATS,
        MAX_PIXELS,
        (image, format, width, height) -> jpeg(bytes, maxBytes, image, format, width, height));
  }

  static Processed jpeg(
      byte[] bytes, int maxBytes, DecodedImage decoded, String format, int width, int height)
      throws IOException {
    if (format.equals(JPEG) && bytes.length <= maxBytes) {
      return new Processed.Usable(bytes, JPEG, width, height, format);
    }
    if (decoded.pixels().isEmpty()) {
      return new Processed.Unusable("the image has colours that can't be converted");
    }
    Optional<byte[]> jpeg = JpegEncoding.encode(decoded.pixels().get(), maxBytes);
    return jpeg.isPresent()
        ? new Processed.Usable(jpeg.get(), JPEG, width, height, format)
        : new Processed.Unusable("the image stays larger than %d bytes".formatted(maxBytes));
  }
}
