package org.curation.ingest.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads the directory of an ICO file. What a directory says about an image's size is not believed:
 * each image's own header counts, for that is what a decoder would make room for. Pure.
 */
final class IconFile {
  private static final int HEAD = 6;
  private static final int ENTRY = 16;
  private static final int MOST_ENTRIES = 64;
  private static final int BITMAP_HEAD = 40;
  private static final int SMALLEST_IMAGE = BITMAP_HEAD;
  private static final int MAX_SIDE = 1024;
  private static final int MOST_IN_DIRECTORY = 256;
  private static final long PNG_SIGNATURE = 0x89504E470D0A1A0AL;

  private IconFile() {}

  /**
   * One image.
   *
   * @param image the bytes of a PNG, or of an ICO file that holds nothing else
   * @param side its longest side, in pixels
   * @param bits for each pixel, as the directory says; more is better
   */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  record Entry(byte[] image, int side, int bits) {}

  /** Whether bytes begin as such a file does. */
  static boolean isOne(byte[] bytes) {
    return bytes.length >= HEAD + ENTRY
        && little(bytes).getShort(0) == 0
        && little(bytes).getShort(2) == 1
        && little(bytes).getShort(4) > 0;
  }

  /** The largest image within a side, else the smallest; null when none can be read. */
  static @Nullable Entry best(byte[] bytes, int side) {
    int count = Math.min(Math.min(little(bytes).getShort(4), MOST_ENTRIES), room(bytes));
    return IntStream.range(0, count)
        .mapToObj(index -> entry(bytes, HEAD + index * ENTRY))
        .flatMap(Optional::stream)
        .max(
            Comparator.comparingInt(
                    (Entry entry) -> entry.side() <= side ? entry.side() : -entry.side())
                .thenComparingInt(Entry::bits))
        .orElse(null);
  }

  private static int room(byte[] bytes) {
    return (bytes.length - HEAD) / ENTRY;
  }

  private static Optional<Entry> entry(byte[] bytes, int at) {
    ByteBuffer file = little(bytes);
    int bits = Short.toUnsignedInt(file.getShort(at + 6));
    int length = file.getInt(at + 8);
    int offset = file.getInt(at + 12);
    if (length < SMALLEST_IMAGE || offset < HEAD + ENTRY || offset > bytes.length - length) {
      return Optional.empty();
    }
    return file.order(ByteOrder.BIG_ENDIAN).getLong(offset) == PNG_SIGNATURE
        ? png(file.slice(offset, length), bits)
        : bitmap(bytes, at, offset, length, bits);
  }

  private static Optional<Entry> png(ByteBuffer image, int bits) {
    byte[] png = new byte[image.remaining()];
    image.get(0, png);
    return sized(png, image.getInt(16), image.getInt(20), bits);
  }

  private static Optional<Entry> bitmap(byte[] bytes, int at, int offset, int length, int bits) {
    ByteBuffer file = little(bytes);
    if (file.getInt(offset) != BITMAP_HEAD) {
      return Optional.empty();
    }
    int width = file.getInt(offset + 4);
    int height = file.getInt(offset + 8) / 2; // the picture, and as high again its mask
    if (width > MOST_IN_DIRECTORY || height > MOST_IN_DIRECTORY) {
      return Optional.empty();
    }
    ByteBuffer alone = ByteBuffer.allocate(HEAD + ENTRY + length).order(ByteOrder.LITTLE_ENDIAN);
    alone.putShort((short) 0).putShort((short) 1).putShort((short) 1);
    alone.put(bytes, at, ENTRY).putInt(HEAD + ENTRY - 4, HEAD + ENTRY).put(bytes, offset, length);
    // 256 is written as 0.
    alone.put(HEAD, (byte) width).put(HEAD + 1, (byte) height);
    return sized(alone.array(), width, height, bits);
  }

  private static Optional<Entry> sized(byte[] image, int width, int height, int bits) {
    return width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE
        ? Optional.empty()
        : Optional.of(new Entry(image, Math.max(width, height), bits));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
