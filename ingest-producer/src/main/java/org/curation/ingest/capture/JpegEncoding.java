package org.curation.ingest.capture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels as JPEG on a white ground. Pure; equal pixels give equal bytes. */
final class JpegEncoding {
  private static final float[] QUALITIES = {0.9f, 0.75f, 0.6f, 0.45f, 0.3f};

  private JpegEncoding() {}

  /** The JPEG of the best quality that fits; empty when none does. */
  static Optional<byte[]> encode(BufferedImage pixels, int maxBytes) throws IOException {
    BufferedImage flat = flattened(pixels);
    for (float quality : QUALITIES) {
      byte[] jpeg = encode(flat, quality);
      if (jpeg.length <= maxBytes) {
        return Optional.of(jpeg);
      }
    }
    return Optional.empty();
  }

  private static BufferedImage flattened(BufferedImage pixels) {
    BufferedImage flat =
        new BufferedImage(pixels.getWidth(), pixels.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D graphics = flat.createGraphics();
    try {
      graphics.drawImage(pixels, 0, 0, Color.WHITE, null);
    } finally {
      graphics.dispose();
    }
    return flat;
  }

  private static byte[] encode(BufferedImage flat, float quality) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      ImageWriteParam settings = writer.getDefaultWriteParam();
      settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      settings.setCompressionQuality(quality);
      writer.setOutput(out);
      writer.write(null, new IIOImage(flat, null, null), settings);
    } finally {
      writer.dispose();
    }
    return bytes.toByteArray();
  }
}
