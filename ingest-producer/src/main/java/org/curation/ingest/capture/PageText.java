package org.curation.ingest.capture;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Decodes a page: by its byte order mark, else as UTF-8 when it is valid, else as its {@code meta}
 * element says, else as windows-1252. Pure.
 */
final class PageText {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int META_BYTES = 8192;
  private static final Pattern META =
      Pattern.compile(
          "<meta\\b[^>]{0,500}?\\bcharset\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.+-]{1,40})",
          Pattern.CASE_INSENSITIVE);

  private PageText() {}

  /** The page's text; characters that can't be decoded become U+FFFD. */
  static String of(byte[] body) {
    if (startsWith(body, 0xEF, 0xBB, 0xBF)) {
      return decode(body, 3, StandardCharsets.UTF_8);
    }
    if (startsWith(body, 0xFE, 0xFF)) {
      return decode(body, 2, StandardCharsets.UTF_16BE);
    }
    if (startsWith(body, 0xFF, 0xFE)) {
      return decode(body, 2, StandardCharsets.UTF_16LE);
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException notUtf8) {
      return decode(body, 0, declared(body));
    }
  }

  private static Charset declared(byte[] body) {
    String head = decode(body, 0, Math.min(body.length, META_BYTES), StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(head);
    if (!meta.find()) {
      return WINDOWS_1252;
    }
    String name = meta.group(1).toLowerCase(Locale.ROOT);
    if (name.equals("iso-8859-1") || name.equals("latin1") || name.equals("us-ascii")) {
      return WINDOWS_1252; // what browsers take these names for
    }
    try {
      Charset charset = Charset.forName(name);
      // An element that could be read as ASCII can't stand in UTF-16.
      return name.startsWith("utf-16") || name.startsWith("utf-32")
          ? StandardCharsets.UTF_8
          : charset;
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return WINDOWS_1252;
    }
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
