package org.curation.ingest.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.mozilla.universalchardet.UniversalDetector;

/**
 * Decodes a page: by its byte order mark, else as HTTP says if that can be, else as UTF-8 when it
 * is valid, else as its {@code meta} element says, else as its bytes look, else as windows-1252.
 * Pure.
 */
public final class PageText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Pattern WIDE = Pattern.compile("(?i)^utf-?(16|32)");
  private static final int META_BYTES = 8192;
  private static final int DETECTED_BYTES = 256 * 1024;
  private static final int LEAST_EVIDENCE = 20;
  private static final Pattern HEADER =
      Pattern.compile(
          ";\\s*charset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.+-]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final Pattern META =
      Pattern.compile(
          "<meta\\b[^>]{0,500}?\\bcharset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.+-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private PageText() {}

  /** The text of a page that came without HTTP. */
  static String of(byte[] body) {
    return of(body, Optional.empty());
  }

  /**
   * The page's text; characters that can't be decoded become U+FFFD.
   *
   * @param contentType HTTP's header, with its parameters
   */
  public static String of(byte[] body, Optional<String> contentType) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
      return decode(body, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(body, 0xFE, 0xFF)) {
      return decode(body, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(body, 0xFF, 0xFE)) {
      return decode(body, 2, StandardCharsets.UTF_16LE);
    }
    return contentType
        .flatMap(PageText::ofHeader)
        .flatMap(charset -> exactly(body, charset))
        .or(() -> exactly(body, StandardCharsets.UTF_8))
        .orElseGet(() -> decode(body, 0, ofMeta(body).orElseGet(() -> looks(body))));
  }

  private static Optional<String> exactly(byte[] body, Charset charset) {
    try {
      return Optional.of(charset.newDecoder().decode(ByteBuffer.wrap(body)).toString());
    } catch (CharacterCodingException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static Optional<Charset> ofHeader(String contentType) {
    Matcher charset = HEADER.matcher(contentType);
    return charset.find() ? CharsetLabels.named(charset.group(1)) : Optional.empty();
  }

  private static Optional<Charset> ofMeta(byte[] body) {
    String head = decode(body, 0, Math.min(body.length, META_BYTES), StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(head);
    // An element that could be read as ASCII can't stand in UTF-16.
    return meta.find()
        ? CharsetLabels.named(meta.group(1))
            .map(found -> WIDE.matcher(found.name()).find() ? StandardCharsets.UTF_8 : found)
        : Optional.empty();
  }

  /** A guess from the bytes; a few letters beyond ASCII say nothing. */
  private static Charset looks(byte[] body) {
    int beyond = 0;
    for (byte each : body) {
      beyond += each < 0 ? 1 : 0;
    }
    if (beyond < LEAST_EVIDENCE) {
      return WINDOWS_1252;
    }
    UniversalDetector detector = new UniversalDetector();
    detector.handleData(body, 0, Math.min(body.length, DETECTED_BYTES));
    detector.dataEnd();
    String name = detector.getDetectedCharset();
    Charset guess = name == null ? WINDOWS_1252 : CharsetLabels.named(name).orElse(WINDOWS_1252);
    return CyrillicText.isOne(guess)
        ? CyrillicText.best(body, Math.min(body.length, DETECTED_BYTES), guess)
        : guess;
  }

  private static String decode(byte[] body, int from, Charset charset) {
    return decode(body, from, body.length, charset);
  }

  private static String decode(byte[] body, int from, int to, Charset charset) {
    return new String(body, from, to - from, charset);
  }

  private static boolean startsWith(byte[] body, int... mark) {
    if (body.length < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if ((body[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
