package org.curation.ingest.capture;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The encodings that pages name. Browsers take many names for a larger set than their standard says
 * (WHATWG's Encoding Standard), because pages write the larger one under the smaller name: a page
 * in "gb2312" holds GBK, one in "shift_jis" what Windows made of it. Pure.
 */
final class CharsetLabels {
  private static final Map<String, String> BROWSERS = new HashMap<>();

  static {
    take("windows-1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "latin1", "us-ascii", "ascii");
    take("windows-1254", "iso-8859-9", "iso8859-9", "iso_8859-9", "latin5");
    take("GB18030", "gb2312", "gb_2312", "gb_2312-80", "gbk", "x-gbk", "chinese", "csgb2312");
    take("windows-31j", "shift_jis", "shift-jis", "sjis", "x-sjis", "ms_kanji", "csshiftjis");
    take("x-windows-949", "euc-kr", "korean", "ks_c_5601-1987", "ks_c_5601-1989", "ksc5601");
    take("Big5-HKSCS", "big5", "cn-big5", "x-x-big5", "csbig5");
    take("x-windows-874", "iso-8859-11", "tis-620", "dos-874", "windows-874");
    take("x-MacCyrillic", "x-mac-cyrillic", "x-mac-ukrainian");
  }

  private CharsetLabels() {}

  /** The encoding of a name; empty for names that nobody knows. */
  static Optional<Charset> named(String text) {
    String name = text.toLowerCase(Locale.ROOT);
    return known(BROWSERS.getOrDefault(name, name)).or(() -> known(name));
  }

  private static Optional<Charset> known(String name) {
    try {
      return Optional.of(Charset.forName(name));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      return Optional.empty();
    }
  }

  private static void take(String charset, String... names) {
    for (String name : names) {
      BROWSERS.put(name, charset);
    }
  }
}
