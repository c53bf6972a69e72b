package org.curation.ingest.capture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.curation.model.topic.Topics;

/**
 * Checks an image's bytes and makes a JPEG of them. Size and format are read from the header, and
 * the pixels are bounded, before anything is decoded. A JPEG that decodes stays as it is, byte for
 * byte; equal bytes always give equal bytes. Pure; safe for use by threads.
 */
public final class ImageProcessing {
  /** Most pixels of an image that is decoded. */
  public static final long MAX_PIXELS = 50_000_000;

  /** Most bytes of an image that is published. */
  public static final int MAX_BYTES = Topics.LARGE_RECORD_BYTES - 64 * 1024;

  private static final Set<String> FORMATS = Set.of("JPEG", "PNG", "GIF", "WEBP", "BMP");
  private static final String JPEG = "JPEG";

  private ImageProcessing() {}

  /** What became of an image. */
  public sealed interface Processed {
    /**
     * A JPEG.
     *
     * @param width in pixels
     * @param height in pixels
     * @param sourceFormat what it was before
     */
    @SuppressWarnings("ArrayRecordComponent") // carried, never compared
    record Usable(byte[] jpeg, int width, int height, String sourceFormat) implements Processed {}

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
        return read(reader, bytes, maxBytes);
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      // Decoders meet hostile bytes with exceptions of any kind.
      String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
      return new Processed.Unusable("the image does not decode: " + said);
    }
  }

  private static Processed read(ImageReader reader, byte[] bytes, int maxBytes) throws IOException {
    String format = reader.getFormatName().toUpperCase(Locale.ROOT);
    if (!FORMATS.contains(format)) {
      return new Processed.Unusable("images of format %s are not published".formatted(format));
    }
    int width = reader.getWidth(0);
    int height = reader.getHeight(0);
    if ((long) width * height > MAX_PIXELS) {
      return new Processed.Unusable(
          "the image has %d × %d pixels, more than %d".formatted(width, height, MAX_PIXELS));
    }
    DecodedImage decoded = DecodedImage.of(reader);
    if (decoded.truncated()) {
      return new Processed.Unusable("the image is truncated");
    }
    boolean isJpeg = format.equals(JPEG);
    if (isJpeg && bytes.length <= maxBytes) {
      return new Processed.Usable(bytes, width, height, format);
    }
    if (decoded.pixels().isEmpty()) {
      return new Processed.Unusable("the image has colours that can't be converted");
    }
    Optional<byte[]> jpeg = JpegEncoding.encode(decoded.pixels().get(), maxBytes);
    return jpeg.isPresent()
        ? new Processed.Usable(jpeg.get(), width, height, format)
        : new Processed.Unusable("the image stays larger than %d bytes".formatted(maxBytes));
  }
}
