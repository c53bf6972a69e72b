package org.curation.enrich.link.unwrap;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import org.curation.enrich.link.url.PercentDecoder;
import org.jspecify.annotations.Nullable;

/** A step from what stands in a wrapper to its target. */
public enum Decoding {
  /** Percent escapes, once. */
  PERCENT {
    @Override
    @Nullable String decode(String text) {
      return PercentDecoder.decode(text);
    }
  },
  /** Base 64 in either alphabet, with or without padding. */
  BASE64 {
    @Override
    @Nullable String decode(String text) {
      String standard = text.replace('-', '+').replace('_', '/').replace(' ', '+');
      int end = standard.length();
      while (end > 0 && standard.charAt(end - 1) == '=') {
        end--;
      }
      try {
        return utf8(Base64.getDecoder().decode(standard.substring(0, end)));
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  },
  /** Two hexadecimal digits for each byte. */
  HEX {
    @Override
    @Nullable String decode(String text) {
      try {
        return utf8(HexFormat.of().parseHex(text));
      } catch (IllegalArgumentException e) {
        return null;
      }
    }
  },
  /** A JSON object; the member is taken by its field. */
  JSON {
    @Override
    @Nullable String decode(String text) {
      return text;
    }
  },
  /** Backwards. */
  REVERSE {
    @Override
    @Nullable String decode(String text) {
      return new StringBuilder(text).reverse().toString();
    }
  },
  /** Letters moved by half the alphabet. */
  ROT13 {
    @Override
    @Nullable String decode(String text) {
      StringBuilder out = new StringBuilder(text.length());
      text.chars().forEach(c -> out.append((char) rotated(c)));
      return out.toString();
    }
  };

  /** The decoded text; null when the text isn't coded like that. */
  abstract @Nullable String decode(String text);

  static @Nullable String utf8(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static int rotated(int c) {
    int lower = c | 0x20;
    if (c >= 128 || lower < 'a' || lower > 'z') {
      return c;
    }
    return lower < 'n' ? c + 13 : c - 13;
  }
}
