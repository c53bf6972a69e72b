package org.curation.standalone;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Files that hold no text, though a list calls them pages. Pure. */
final class NoText {
  private static final int READ = 4096;

  /** One control character in so many bytes is no text. */
  private static final int FEWEST_BETWEEN = 50;

  private static final Map<String, String> BEGINNINGS = new LinkedHashMap<>();

  static {
    BEGINNINGS.put("%PDF-", "a PDF file");
    BEGINNINGS.put("\u0089PNG\r\n", "an image (PNG)");
    BEGINNINGS.put("\u00FF\u00D8\u00FF", "an image (JPEG)");
    BEGINNINGS.put("GIF8", "an image (GIF)");
    BEGINNINGS.put("PK\u0003\u0004", "a ZIP archive");
    BEGINNINGS.put("\u001F\u008B", "compressed (gzip); unpack it first");
  }

  private NoText() {}

  /** What the bytes are instead of text; nothing for text of any encoding, and for no bytes. */
  static Optional<String> in(byte[] body) {
    String begin = new String(body, 0, Math.min(body.length, READ), StandardCharsets.ISO_8859_1);
    for (Map.Entry<String, String> each : BEGINNINGS.entrySet()) {
      if (begin.startsWith(each.getKey())) {
        return Optional.of(each.getValue());
      }
    }
    boolean wide = begin.startsWith("\u00FF\u00FE") || begin.startsWith("\u00FE\u00FF");
    long controls = begin.chars().filter(NoText::isControl).count();
    return !wide && controls * FEWEST_BETWEEN > begin.length()
        ? Optional.of("bytes that are no text")
        : Optional.empty();
  }

  private static boolean isControl(int c) {
    return c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != 0x1B;
  }
}
