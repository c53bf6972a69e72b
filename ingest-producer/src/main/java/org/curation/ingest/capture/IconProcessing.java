package org.curation.ingest.capture;

import java.io.IOException;
import java.util.Set;
import org.curation.ingest.capture.ImageProcessing.Processed;

/**
 * Checks a source's icon and makes a PNG of at most {@value #MAX_SIDE} pixels a side. Of an ICO
 * file it takes the largest that isn't larger. Pure; safe for use by threads.
 */
final class IconProcessing {
  /** Longest side, in pixels. */
  static final int MAX_SIDE = 256;

  /** Most bytes that are looked at. */
  static final int MAX_BYTES = 1 << 20;

  private static final long MAX_PIXELS = 4_000_000;
  private static final String ICO = "ICO";
  private static final Set<String> ICON_FORMATS = Set.of(ICO, PngEncoding.PNG);

  private IconProcessing() {}

  static Processed process(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      return new Processed.Unusable(
          "the icon has %d bytes, at most %d are read".formatted(bytes.length, MAX_BYTES));
    }
    if (!IconFile.isOne(bytes)) {
      return ImageReading.read(bytes, ImageReading.FORMATS, MAX_PIXELS, IconProcessing::png);
    }
    IconFile.Entry entry = IconFile.best(bytes, MAX_SIDE);
    if (entry == null) {
      return new Processed.Unusable("the ICO file has no image that can be read");
    }
    return ImageReading.read(
        entry.image(),
        ICON_FORMATS,
        MAX_PIXELS,
        (image, format, width, height) -> png(image, ICO, width, height));
  }

  private static Processed png(DecodedImage image, String format, int width, int height)
      throws IOException {
    if (image.pixels().isEmpty()) {
      return new Processed.Unusable("the image has colours that can't be converted");
    }
    int longest = Math.max(width, height);
    int newWidth = longest <= MAX_SIDE ? width : Math.max(1, width * MAX_SIDE / longest);
    int newHeight = longest <= MAX_SIDE ? height : Math.max(1, height * MAX_SIDE / longest);
    return new Processed.Usable(
        PngEncoding.encode(image.pixels().get(), newWidth, newHeight),
        PngEncoding.PNG,
        newWidth,
        newHeight,
        format);
  }
}
