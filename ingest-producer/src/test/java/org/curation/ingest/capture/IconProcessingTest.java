package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.ingest.capture.ImageProcessing.Processed;
import org.junit.jupiter.api.Test;

class IconProcessingTest {
  @Test
  void shouldTakeTheLargestImageThatIsNotTooLarge() {
    // Given
    byte[] icon = ico(png(32), png(64), bitmap(16, 16), png(400));

    // When
    Processed.Usable usable = usable(icon);

    // Then
    assertThat(usable.width()).isEqualTo(64);
    assertThat(usable.format()).isEqualTo("PNG");
    assertThat(usable.sourceFormat()).isEqualTo("ICO");
    assertThat(Images.decoded(usable.bytes()).getHeight()).isEqualTo(64);
  }

  @Test
  void shouldReadABitmap() {
    // When
    Processed.Usable usable = usable(ico(bitmap(16, 16)));

    // Then
    BufferedImage pixels = Images.decoded(usable.bytes());
    assertThat(pixels.getWidth()).isEqualTo(16);
    assertThat(pixels.getRGB(3, 3)).isEqualTo(0xFF336699);
  }

  @Test
  void shouldMakeTheSmallestSmallerWhenAllAreTooLarge() {
    assertThat(usable(ico(png(320), png(300))).width()).isEqualTo(256);
  }

  @Test
  void shouldNotBelieveTheDirectory() {
    // Given: the directory of each says 16 × 16
    byte[] pngBomb = ico(Images.pngThatClaims(60_000, 60_000));
    byte[] paddedBomb = ico(Arrays.copyOf(Images.pngThatClaims(30_000, 30_000), 4000));
    byte[] bitmapBomb = ico(bitmap(16, 60_000));
    byte[] outside = ico(png(16));
    ByteBuffer.wrap(outside).order(ByteOrder.LITTLE_ENDIAN).putInt(18, Integer.MAX_VALUE);
    byte[] backwards = ico(png(16));
    ByteBuffer.wrap(backwards).order(ByteOrder.LITTLE_ENDIAN).putInt(14, -1);

    // When / Then
    for (byte[] hostile : new byte[][] {pngBomb, paddedBomb, bitmapBomb, outside, backwards}) {
      assertThat(IconProcessing.process(hostile)).isInstanceOf(Processed.Unusable.class);
    }
  }

  @Test
  void shouldCopyNoneButTheChosenOfImagesThatOverlap() {
    // Given: 64 entries tell of the same megabyte
    byte[] image = Arrays.copyOf(png(64), IconProcessing.MAX_BYTES - 6 - 16 * 64);
    byte[] icon = ico(image);
    ByteBuffer file = ByteBuffer.allocate(IconProcessing.MAX_BYTES).order(ByteOrder.LITTLE_ENDIAN);
    file.put(icon, 0, 4).putShort((short) 64);
    for (int i = 0; i < 64; i++) {
      file.put(icon, 6, 12).putInt(6 + 16 * 64);
    }
    byte[] overlapping = file.put(image).array();
    com.sun.management.ThreadMXBean memory =
        (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

    // When
    long before = memory.getCurrentThreadAllocatedBytes();
    IconFile.Entry best = IconFile.best(overlapping, 256);
    long taken = memory.getCurrentThreadAllocatedBytes() - before;

    // Then
    assertThat(best).isNotNull();
    assertThat(best.image()).hasSize(image.length);
    assertThat(taken).isLessThan(8L << 20);
  }

  @Test
  void shouldLookAtNothingLarger() {
    // Given
    byte[] png = Arrays.copyOf(png(16), IconProcessing.MAX_BYTES + 1);

    // When / Then
    assertThat(IconProcessing.process(png))
        .isInstanceOfSatisfying(
            Processed.Unusable.class,
            unusable -> assertThat(unusable.reason()).contains("at most 1048576"));
  }

  @Property(tries = 300)
  void shouldTakeAnyDamage(@ForAll int at, @ForAll byte value, @ForAll boolean cut) {
    // Given
    byte[] icon = ico(png(16), bitmap(8, 8));
    int place = Math.floorMod(at, icon.length);
    icon[place] = value;

    // When
    Processed processed = IconProcessing.process(cut ? Arrays.copyOf(icon, place) : icon);

    // Then
    assertThat(processed).isNotNull();
  }

  private static Processed.Usable usable(byte[] icon) {
    Processed processed = IconProcessing.process(icon);
    assertThat(processed).isInstanceOf(Processed.Usable.class);
    return (Processed.Usable) processed;
  }

  private static byte[] png(int side) {
    return Images.encoded("png", side, side);
  }

  /** 32 bits for each pixel, and a mask. */
  private static byte[] bitmap(int width, int height) {
    ByteBuffer image =
        ByteBuffer.allocate(40 + 16 * 16 * 4 + 16 * 4).order(ByteOrder.LITTLE_ENDIAN);
    image.putInt(40).putInt(width).putInt(2 * height).putShort((short) 1).putShort((short) 32);
    image.position(40);
    for (int i = 0; i < 256; i++) {
      image.putInt(0xFF336699);
    }
    return image.array();
  }

  private static byte[] ico(byte[]... images) {
    int size = 6 + 16 * images.length + Arrays.stream(images).mapToInt(i -> i.length).sum();
    ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    file.putShort((short) 0).putShort((short) 1).putShort((short) images.length);
    int offset = 6 + 16 * images.length;
    for (byte[] image : images) {
      file.put((byte) 16).put((byte) 16).putShort((short) 0);
      file.putShort((short) 1).putShort((short) 32).putInt(image.length).putInt(offset);
      offset += image.length;
    }
    for (byte[] image : images) {
      file.put(image);
    }
    return file.array();
  }
}
