package org.curation.ingest.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.curation.ingest.capture.ImageProcessing.Processed;

/**
 * Opens an image's bytes: format and size are read from the header, and the pixels are bounded,
 * before anything is decoded. Pure; safe for use by threads.
 */
final class ImageReading {
  /** What is published of an image, in whatever form. */
  static final Set<String> FORMATS = Set.of("JPEG", "PNG", "GIF", "WEBP", "BMP");

  private ImageReading() {}

  /** What is made of an image that passed. */
  interface Use {
    /**
     * Decodes and converts.
     *
     * @param format of the bytes, in upper case
     */
    Processed of(DecodedImage image, String format, int width, int height) throws IOException;
  }

  /** Opens, checks and decodes; any bytes give a result. */
  static Processed read(byte[] bytes, Set<String> formats, long maxPixels, Use use) {
    if (bytes.length == 0) {
      return new Processed.Unusable("the image is empty");
    }
    try (MemoryCacheImageInputStream in =
        new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return new Processed.Unusable("the bytes are no image of a known format");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        return read(reader, formats, maxPixels, use);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Decoders meet hostile bytes with exceptions of any kind.
      String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Processed.Unusable("the image does not decode: " + said);
    }
  }

  private static Processed read(ImageReader reader, Set<String> formats, long maxPixels, Use use)
      throws IOException {
    String format = reader.getFormatName().toUpperCase(Locale.ROOT);
    if (!formats.contains(format)) {
      return new Processed.Unusable("images of format %s are not published".formatted(format));
    }
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > maxPixels) {
      return new Processed.Unusable(
          "the image has %d × %d pixels, more than %d".formatted(width, height, maxPixels));
    }
    DecodedImage decoded = DecodedImage.of(reader);
    return decoded.truncated()
        ? new Processed.Unusable("the image is truncated")
        : use.of(decoded, format, width, height);
  }
}
