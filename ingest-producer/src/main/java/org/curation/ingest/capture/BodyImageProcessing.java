package org.curation.ingest.capture;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.curation.ingest.capture.ImageProcessing.Processed;

/**
 * Checks an image from inside a body. One that can be seen through becomes a PNG, every other a
 * JPEG; so does a PNG that would be too large. A document may have many, so each is smaller than a
 * featured image may be. Pure; safe for use by threads.
 */
final class BodyImageProcessing {
  /** Most bytes of one image. */
  static final int MAX_BYTES = 2 << 20;

  /** A PNG takes up to four bytes for each pixel on its way. */
  private static final long MAX_PNG_PIXELS = 8_000_000;

  private BodyImageProcessing() {}

  static Processed process(byte[] bytes) {
    return ImageReading.read(
        bytes,
        ImageReading.FORMATS,
        ImageProcessing.MAX_PIXELS,
        (image, format, width, height) -> {
          Optional<byte[]> png = png(image, (long) width * height);
          return png.isPresent()
              ? new Processed.Usable(png.get(), PngEncoding.PNG, width, height, format)
              : ImageProcessing.jpeg(bytes, MAX_BYTES, image, format, width, height);
        });
  }

  private static Optional<byte[]> png(DecodedImage image, long size) throws IOException {
    if (size > MAX_PNG_PIXELS || image.pixels().isEmpty() || isOpaque(image.pixels().get())) {
      return Optional.empty();
    }
    byte[] png = PngEncoding.encode(image.pixels().get());
    return png.length <= MAX_BYTES ? Optional.of(png) : Optional.empty();
  }

  private static boolean isOpaque(BufferedImage pixels) {
    if (!pixels.getColorModel().hasAlpha()) {
      return true;
    }
    for (int y = 0; y < pixels.getHeight(); y++) {
      for (int x = 0; x < pixels.getWidth(); x++) {
        if (pixels.getRGB(x, y) >>> 24 != 0xFF) {
          return false;
        }
      }
    }
    return true;
  }
}
