package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.curation.ingest.capture.ImageProcessing.Processed;
import org.curation.ingest.testing.Shared;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageProcessingTest {
  private static final byte[] WEBP =
      Base64.getDecoder().decode("UklGRiIAAABXRUJQVlA4IBYAAAAwAQCdASoBAAEADsD+JaQAA3AAAAAA");

  @Test
  void shouldPassAJpegThroughByteForByte() {
    // Given
    byte[] jpeg = Images.encoded("jpeg", 30, 20);

    // When
    Processed processed = ImageProcessing.process(jpeg);

    // Then
    assertThat(processed)
        .isInstanceOfSatisfying(
            Processed.Usable.class,
            image -> {
              assertThat(image.bytes()).isEqualTo(jpeg);
              assertThat(List.of(image.width(), image.height())).containsExactly(30, 20);
              assertThat(image.sourceFormat()).isEqualTo("JPEG");
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "gif", "bmp"})
  void shouldReEncodeOtherFormatsTheSameWayEachTime(String format) {
    // Given
    byte[] bytes = Images.encoded(format, 30, 20);

    // When
    Processed first = ImageProcessing.process(bytes);
    Processed second = ImageProcessing.process(bytes);

    // Then
    Processed.Usable image = usable(first);
    assertThat(image.sourceFormat()).isEqualToIgnoringCase(format);
    assertThat(image.bytes()).startsWith(0xFF, 0xD8).isEqualTo(usable(second).bytes());
    assertThat(Images.decoded(image.bytes()).getWidth()).isEqualTo(30);
  }

  @Test
  void shouldReadWebp() {
    // When
    Processed.Usable image = usable(ImageProcessing.process(WEBP));

    // Then
    assertThat(image.sourceFormat()).isEqualTo("WEBP");
    assertThat(Images.decoded(image.bytes()).getHeight()).isEqualTo(1);
  }

  @Test
  void shouldLayTransparencyOnWhite() {
    // Given
    byte[] png = Images.encoded("png", Images.halfTransparent(64, 64));

    // When
    BufferedImage pixels = Images.decoded(usable(ImageProcessing.process(png)).bytes());

    // Then
    assertThat(pixels.getRGB(8, 32) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    assertThat(pixels.getRGB(56, 32) & 0xFF).isGreaterThan(240);
    assertThat(pixels.getRGB(56, 32) >> 16 & 0xFF).isLessThan(15);
  }

  @Test
  void shouldProcessTheFixtures() throws IOException {
    // Given
    List<Path> images;
    try (Stream<Path> files = Files.walk(Shared.fixtures().resolve("images"))) {
      images = files.filter(Files::isRegularFile).sorted().toList();
    }

    // When
    List<String> sizes =
        images.stream()
            .map(ImageProcessingTest::bytes)
            .map(ImageProcessing::process)
            .map(ImageProcessingTest::usable)
            .map(image -> image.sourceFormat() + " " + image.width() + "x" + image.height())
            .toList();

    // Then
    assertThat(sizes)
        .containsExactly(
            "JPEG 2400x2400", "JPEG 530x306", "JPEG 450x300", "PNG 2560x1707", "JPEG 712x400");
  }

  @ParameterizedTest
  @CsvSource({
    "jpeg, 0.02",
    "jpeg, 0.5",
    "jpeg, 0.97",
    "png, 0.02",
    "png, 0.5",
    "png, 0.97",
    "gif, 0.5",
    "bmp, 0.5"
  })
  void shouldRefuseTruncatedImages(String format, double share) {
    // Given
    byte[] whole = Images.encoded(format, 200, 150);
    byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));

    // When / Then
    assertThat(ImageProcessing.process(cut))
        .isInstanceOfSatisfying(
            Processed.Unusable.class, no -> assertThat(no.reason()).startsWith("the image"));
  }

  @Test
  void shouldRefuseWhatIsNoImage() {
    // When / Then
    assertThat(reason(new byte[0])).isEqualTo("the image is empty");
    assertThat(reason("<html>no image</html>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("the bytes are no image of a known format");
    assertThat(reason("<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("the bytes are no image of a known format");
  }

  @Test
  void shouldBoundPixelsBeforeDecoding() {
    // When / Then
    assertThat(reason(Images.pngThatClaims(100_000, 100_000)))
        .isEqualTo("the image has 100000 × 100000 pixels, more than 50000000");
    assertThat(reason(Images.pngThatClaims(7_000, 7_000))).startsWith("the image does not decode");
  }

  @Test
  void shouldLowerTheQualityUntilItFits() {
    // Given
    byte[] jpeg = Images.encoded("jpeg", 300, 300);
    byte[] png = Images.encoded("png", 300, 300);
    int full = usable(ImageProcessing.process(png)).bytes().length;

    // When
    Processed.Usable fromJpeg = usable(ImageProcessing.process(jpeg, jpeg.length - 1));
    Processed.Usable fromPng = usable(ImageProcessing.process(png, full - 1));

    // Then
    assertThat(fromJpeg.bytes()).hasSizeLessThan(jpeg.length);
    assertThat(fromPng.bytes()).hasSizeLessThan(full);
    assertThat(ImageProcessing.process(png, 1000))
        .isEqualTo(new Processed.Unusable("the image stays larger than 1000 bytes"));
  }

  @Test
  void shouldPassColoursForPrintingThrough() {
    // Given
    byte[] cmyk = Images.cmykJpeg(16, 16);

    // When / Then
    assertThat(usable(ImageProcessing.process(cmyk)).bytes()).isEqualTo(cmyk);
  }

  @Property(tries = 300)
  void shouldSurviveDamage(
      @ForAll @IntRange(max = 3) int format,
      @ForAll @IntRange(min = 0, max = 100_000) int place,
      @ForAll byte value) {
    // Given
    byte[] bytes =
        format == 3
            ? WEBP.clone()
            : Images.encoded(List.of("jpeg", "png", "gif").get(format), 16, 16);
    bytes[place % bytes.length] = value;

    // When
    Processed processed = ImageProcessing.process(bytes);

    // Then
    if (processed instanceof Processed.Usable image && !image.sourceFormat().equals("JPEG")) {
      assertThat(Images.decoded(image.bytes()).getWidth()).isEqualTo(image.width());
    } else if (processed instanceof Processed.Usable image) {
      assertThat(image.bytes()).isEqualTo(bytes);
    } else {
      assertThat(reason(bytes)).isNotBlank();
    }
  }

  private static Processed.Usable usable(Processed processed) {
    assertThat(processed).isInstanceOf(Processed.Usable.class);
    return (Processed.Usable) processed;
  }

  private static String reason(byte[] bytes) {
    Processed processed = ImageProcessing.process(bytes);
    assertThat(processed).isInstanceOf(Processed.Unusable.class);
    return ((Processed.Unusable) processed).reason();
  }

  private static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
