package org.curation.ingest.capture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Images to test with. */
final class Images {
  private Images() {}

  static byte[] encoded(String format, int width, int height) {
    return encoded(format, noise(width, height, BufferedImage.TYPE_INT_RGB));
  }

  static byte[] encoded(String format, BufferedImage pixels) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try {
      if (!ImageIO.write(pixels, format, bytes)) {
        throw new IllegalArgumentException("no writer for " + format);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  static BufferedImage decoded(byte[] bytes) {
    try {
      BufferedImage pixels = ImageIO.read(new ByteArrayInputStream(bytes));
      if (pixels == null) {
        throw new IllegalArgumentException("no image");
      }
      return pixels;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static BufferedImage noise(int width, int height, int type) {
    BufferedImage pixels = new BufferedImage(width, height, type);
    Random random = new Random(7);
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        pixels.setRGB(x, y, 0xFF000000 | random.nextInt(0xFFFFFF));
      }
    }
    return pixels;
  }

  /** Clear on the left, blue on the right. */
  static BufferedImage halfTransparent(int width, int height) {
    BufferedImage pixels = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = pixels.createGraphics();
    graphics.setColor(Color.BLUE);
    graphics.fillRect(width / 2, 0, width - width / 2, height);
    graphics.dispose();
    return pixels;
  }

  /** A JPEG of four inks, as a print shop would send it. */
  static byte[] cmykJpeg(int width, int height) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    try (MemoryCacheImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
      writer.setOutput(out);
      WritableRaster inks =
          Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, width, height, 4, null);
      writer.write(null, new IIOImage(inks, null, null), null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    byte[] jpeg = bytes.toByteArray();
    byte[] adobe = {
      (byte) 0xFF, (byte) 0xEE, 0, 14, 'A', 'd', 'o', 'b', 'e', 0, 100, 0, 0, 0, 0, 2
    };
    byte[] marked = new byte[jpeg.length + adobe.length];
    System.arraycopy(jpeg, 0, marked, 0, 2);
    System.arraycopy(adobe, 0, marked, 2, adobe.length);
    System.arraycopy(jpeg, 2, marked, 2 + adobe.length, jpeg.length - 2);
    return marked;
  }

  /** A PNG whose header claims a size, with no pixels behind it. */
  static byte[] pngThatClaims(int width, int height) {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    try (DataOutputStream chunk = new DataOutputStream(header);
        DataOutputStream out = new DataOutputStream(png)) {
      chunk.write("IHDR".getBytes(StandardCharsets.US_ASCII));
      chunk.writeInt(width);
      chunk.writeInt(height);
      chunk.write(new byte[] {8, 2, 0, 0, 0});
      CRC32 sum = new CRC32();
      sum.update(header.toByteArray());
      out.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'});
      out.writeInt(header.size() - 4);
      out.write(header.toByteArray());
      out.writeInt((int) sum.getValue());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return png.toByteArray();
  }
}
