package org.curation.ingest.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
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

  /**
   * One image where it lies. Entries may overlap, so nothing is copied before one is chosen.
   *
   * @param at where the directory tells of it
   */
  private record Candidate(
      int at, int offset, int length, boolean png, int width, int height, int bits) {
    private int side() {
      return Math.max(width, height);
    }

    private boolean isUsable() {
      int most = png ? MAX_SIDE : MOST_IN_DIRECTORY;
      return width >= 1 && height >= 1 && width <= most && height <= most;
    }

    private Entry entry(byte[] bytes) {
      return new Entry(png ? png(bytes) : bitmap(bytes), side(), bits);
    }

    private byte[] png(byte[] bytes) {
      return Arrays.copyOfRange(bytes, offset, offset + length);
    }

    private byte[] bitmap(byte[] bytes) {
      ByteBuffer alone = ByteBuffer.allocate(HEAD + ENTRY + length).order(ByteOrder.LITTLE_ENDIAN);
      alone.putShort((short) 0).putShort((short) 1).putShort((short) 1);
      alone.put(bytes, at, ENTRY).putInt(HEAD + ENTRY - 4, HEAD + ENTRY).put(bytes, offset, length);
      // 256 is written as 0.
      alone.put(HEAD, (byte) width).put(HEAD + 1, (byte) height);
      return alone.array();
    }
  }

  /** The largest image within a side, else the smallest; null when none can be read. */
  static @Nullable Entry best(byte[] bytes, int side) {
    int count = Math.min(Math.min(little(bytes).getShort(4), MOST_ENTRIES), room(bytes));
    return IntStream.range(0, count)
        .mapToObj(index -> candidate(bytes, HEAD + index * ENTRY))
        .flatMap(Optional::stream)
        .filter(Candidate::isUsable)
        .max(
            Comparator.comparingInt(
                    (Candidate each) -> each.side() <= side ? each.side() : -each.side())
                .thenComparingInt(Candidate::bits))
        .map(chosen -> chosen.entry(bytes))
        .orElse(null);
  }

  private static int room(byte[] bytes) {
    return (bytes.length - HEAD) / ENTRY;
  }

  private static Optional<Candidate> candidate(byte[] bytes, int at) {
    ByteBuffer file = little(bytes);
    int bits = Short.toUnsignedInt(file.getShort(at + 6));
    int length = file.getInt(at + 8);
    int offset = file.getInt(at + 12);
    if (length < SMALLEST_IMAGE || offset < HEAD + ENTRY || offset > bytes.length - length) {
      return Optional.empty();
    }
    ByteBuffer big = ByteBuffer.wrap(bytes);
    if (big.getLong(offset) == PNG_SIGNATURE) {
      int width = big.getInt(offset + 16);
      return Optional.of(
          new Candidate(at, offset, length, true, width, big.getInt(offset + 20), bits));
    }
    if (file.getInt(offset) != BITMAP_HEAD) {
      return Optional.empty();
    }
    int height = file.getInt(offset + 8) / 2; // the picture, and as high again its mask
    return Optional.of(
        new Candidate(at, offset, length, false, file.getInt(offset + 4), height, bits));
  }

  private static ByteBuffer little(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
