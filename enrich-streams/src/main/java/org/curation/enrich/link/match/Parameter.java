package org.curation.enrich.link.match;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.curation.enrich.link.url.PercentDecoder;

/**
 * A segment of a query or of a fragment that looks like one.
 *
 * @param raw as it stands in the address
 * @param key decoded
 * @param folded the key in lower case
 */
public record Parameter(String raw, String key, String folded) {
  /** The segments between ampersands, empty ones too. */
  public static List<Parameter> split(String text) {
    List<Parameter> found = new ArrayList<>();
    int start = 0;
    while (start <= text.length()) {
      int end = text.indexOf('&', start);
      end = end < 0 ? text.length() : end;
      found.add(of(text.substring(start, end)));
      start = end + 1;
    }
    return found;
  }

  private static Parameter of(String raw) {
    int equals = raw.indexOf('=');
    String key = PercentDecoder.decodeForm(equals < 0 ? raw : raw.substring(0, equals));
    return new Parameter(raw, key, key.toLowerCase(Locale.ROOT));
  }

  /** Whether there is an equals sign. */
  public boolean hasValue() {
    return raw.indexOf('=') >= 0;
  }

  /** What stands behind the first equals sign, raw; empty when there is none. */
  public String rawValue() {
    int equals = raw.indexOf('=');
    return equals < 0 ? "" : raw.substring(equals + 1);
  }

  /** The decoded value. */
  public String value() {
    return PercentDecoder.decodeForm(rawValue());
  }
}
