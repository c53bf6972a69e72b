package org.curation.ingest.capture;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Writes pixels as PNG. Pure; equal pixels give equal bytes. */
final class PngEncoding {
  static final String PNG = "PNG";

  private PngEncoding() {}

  /** The PNG, without what else the original said. */
  static byte[] encode(BufferedImage pixels) throws IOException {
    return encode(pixels, pixels.getWidth(), pixels.getHeight());
  }

  /** The PNG in another size. */
  static byte[] encode(BufferedImage pixels, int width, int height) throws IOException {
    BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = plain.createGraphics();
    try {
      graphics.setRenderingHint(
          RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
      graphics.drawImage(pixels, 0, 0, width, height, null);
    } finally {
      graphics.dispose();
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(plain, PNG, out)) {
        throw new IOException("no writer for PNG");
      }
    }
    return bytes.toByteArray();
  }
}
