package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.curation.model.CanonicalJson;
import org.curation.model.Capture;
import org.curation.model.Capture.Result;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AnswerTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final String BODY_IMAGE = CaptureKey.BODY_IMAGE + "7";

  @Test
  void shouldMakeAPngOfAnIconOfAnyFormat() {
    // Given
    byte[] gif = Images.encoded("gif", 16, 16);
    byte[] png = Images.encoded("png", Images.halfTransparent(512, 128));

    // When
    Capture small = answer(CaptureKey.FAVICON, gif);
    Capture large = answer(CaptureKey.FAVICON, png);

    // Then
    assertThat(small.image()).isNotNull();
    assertThat(small.image().format()).isEqualTo("PNG");
    assertThat(small.image().mediaType()).isEqualTo("image/png");
    assertThat(small.image().sourceFormat()).isEqualTo("GIF");
    assertThat(large.image()).isNotNull();
    assertThat(large.image().width()).isEqualTo(256);
    assertThat(large.image().height()).isEqualTo(64);
  }

  @Test
  void shouldPublishAPngWhereABodyImageCanBeSeenThroughAndAJpegElsewhere() {
    // Given
    byte[] clear = Images.encoded("png", Images.halfTransparent(20, 10));
    byte[] opaque = Images.encoded("png", Images.noise(20, 10, BufferedImage.TYPE_INT_ARGB));
    byte[] jpeg = Images.encoded("jpeg", 20, 10);

    // When
    Answer.WithContent png = stored(BODY_IMAGE, clear);
    Answer.WithContent converted = stored(BODY_IMAGE, opaque);
    Answer.WithContent same = stored(BODY_IMAGE, jpeg);

    // Then
    assertThat(png.capture(1, 2).image()).isNotNull();
    assertThat(png.capture(1, 2).image().format()).isEqualTo("PNG");
    assertThat(Images.decoded(png.content().bytes()).getRGB(0, 0) >>> 24).isZero();
    assertThat(converted.capture(1, 2).image()).isNotNull();
    assertThat(converted.capture(1, 2).image().mediaType()).isEqualTo("image/jpeg");
    assertThat(same.content().bytes()).isEqualTo(jpeg);
  }

  @Test
  void shouldKeepAPdfAsItIs() {
    // Given
    byte[] pdf = text("junk before\n%PDF-1.7\nrest");

    // When
    Answer.WithContent answer = stored(CaptureKey.PDF, pdf);
    Capture capture = answer.capture(1, 17);

    // Then
    assertThat(answer.content().bytes()).isEqualTo(pdf);
    assertThat(capture.result()).isEqualTo(Result.CAPTURED);
    assertThat(capture.image()).isNull();
    assertThat(capture.file()).isNotNull();
    assertThat(capture.file().mediaType()).isEqualTo("application/pdf");
    assertThat(capture.file().bytes()).isEqualTo(pdf.length);
    assertThat(capture.file().sha256()).isEqualTo(CanonicalJson.sha256(pdf));
    assertThat(capture.file().position().offset()).isEqualTo(17);
  }

  @Test
  void shouldRefuseWhatIsNoPdfOrTooLarge() {
    // Given
    byte[] late = new byte[2000];
    System.arraycopy(text("%PDF-"), 0, late, 1020, 5);
    byte[] huge = Arrays.copyOf(text("%PDF-1.4"), PdfFile.MAX_BYTES + 1);
    byte[] largest = Arrays.copyOf(huge, PdfFile.MAX_BYTES);

    // When / Then
    assertThat(answer(CaptureKey.PDF, late).reason()).contains("no PDF");
    assertThat(answer(CaptureKey.PDF, new byte[0]).result()).isEqualTo(Result.UNUSABLE);
    assertThat(answer(CaptureKey.PDF, new byte[0]).reason()).isEqualTo("the PDF is empty");
    assertThat(answer(CaptureKey.PDF, text("<html>%PD")).result()).isEqualTo(Result.UNUSABLE);
    assertThat(answer(CaptureKey.PDF, huge).reason()).contains("at most 7340032");
    assertThat(answer(CaptureKey.PDF, largest).result()).isEqualTo(Result.CAPTURED);
  }

  @Test
  void shouldKeepTheTextOfJson() {
    // Given
    String json = "[{\"name\":\"openGraphMetaData\",\"content\":[]}, \"é\"]";

    // When
    Capture capture = answer(CaptureKey.EXTENSION_CURATION, text("\uFEFF" + json));

    // Then
    assertThat(capture.page()).isNotNull();
    assertThat(capture.page().html()).isEqualTo(json);
    assertThat(answer(CaptureKey.READABLE_CONTENT, text("{}")).result()).isEqualTo(Result.CAPTURED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "{",
        "{} {}",
        "<html>",
        "\"text\"",
        "null",
        "{'a':1}",
        "{\"a\":1,\"a\":2}"
      })
  void shouldRefuseWhatIsNoStrictJson(String text) {
    // When
    Capture capture = answer(CaptureKey.EXTENSION_CURATION, text(text));

    // Then
    assertThat(capture.result()).isEqualTo(Result.UNUSABLE);
    assertThat(capture.page()).isNull();
    assertThat(capture.reason()).isNotBlank();
  }

  @Test
  void shouldBoundJson() {
    // Given
    byte[] deep = text("[".repeat(100_000) + "]".repeat(100_000));
    byte[] huge = text("[\"" + "a".repeat(JsonText.MAX_BYTES) + "\"]");
    byte[] broken = {'[', '"', (byte) 0xC3, '"', ']'};

    // When / Then
    assertThat(answer(CaptureKey.READABLE_CONTENT, deep).reason()).contains("200 levels");
    assertThat(answer(CaptureKey.READABLE_CONTENT, huge).reason()).contains("at most");
    assertThat(answer(CaptureKey.READABLE_CONTENT, broken).reason()).contains("UTF-8");
  }

  @ParameterizedTest
  @ValueSource(strings = {CaptureKey.FAVICON, CaptureKey.BODY_IMAGE + "7"})
  void shouldDecodeNoImageOfTooManyPixels(String resource) {
    // Given
    byte[] bomb = Images.pngThatClaims(60_000, 60_000);

    // When
    Capture capture = answer(resource, bomb);

    // Then
    assertThat(capture.result()).isEqualTo(Result.UNUSABLE);
    assertThat(capture.reason()).contains("60000 × 60000");
  }

  @Property(tries = 200)
  void shouldTakeAnyBytes(@ForAll byte[] bytes) {
    for (String resource :
        new String[] {
          CaptureKey.FAVICON, BODY_IMAGE, CaptureKey.PDF, CaptureKey.EXTENSION_CURATION, "?"
        }) {
      assertThat(answer(resource, bytes).result()).isNotNull();
    }
  }

  private static Answer.WithContent stored(String resource, byte[] bytes) {
    Answer answer = answerOf(resource, bytes);
    assertThat(answer).isInstanceOf(Answer.WithContent.class);
    return (Answer.WithContent) answer;
  }

  private static Capture answer(String resource, byte[] bytes) {
    return switch (answerOf(resource, bytes)) {
      case Answer.Complete complete -> complete.capture();
      case Answer.WithContent content -> content.capture(0, 0);
    };
  }

  private static Answer answerOf(String resource, byte[] bytes) {
    CaptureKey key = new CaptureKey(CurationId.parse("open-project:1"), resource);
    return Answer.of(
        new CaptureRequest(key, 1, "/api/v3/attachments/7/content", "a"),
        new Fetched.Bytes(bytes, "x", Optional.empty()),
        NOW);
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
