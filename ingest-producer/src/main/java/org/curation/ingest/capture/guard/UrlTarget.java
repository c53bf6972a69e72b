package org.curation.ingest.capture.guard;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;

/** Writes path and query of a URL as they stand in a request. Pure. */
final class UrlTarget {
  private static final String IN_PATH = " \"#<>?`{}^|";
  private static final String IN_QUERY = " \"#<>'";

  private UrlTarget() {}

  /** Path with dot segments resolved, and query; the fragment is cut off. */
  static String of(String text) {
    int hash = text.indexOf('#');
    String whole = hash < 0 ? text : text.substring(0, hash);
    int question = whole.indexOf('?');
    String path = question < 0 ? whole : whole.substring(0, question);
    String query = question < 0 ? "" : "?" + encoded(whole.substring(question + 1), IN_QUERY);
    return resolved(encoded(path.replace('\\', '/'), IN_PATH)) + query;
  }

  private static String resolved(String path) {
    Deque<String> kept = new ArrayDeque<>();
    String[] segments = (path.startsWith("/") ? path.substring(1) : path).split("/", -1);
    for (int i = 0; i < segments.length; i++) {
      boolean last = i == segments.length - 1;
      String plain = segments[i].toLowerCase(Locale.ROOT).replace("%2e", ".");
      if (plain.equals("..")) {
        kept.pollLast();
      } else if (!plain.equals(".")) {
        kept.addLast(segments[i]);
      }
      if (last && (plain.equals(".") || plain.equals(".."))) {
        kept.addLast("");
      }
    }
    return "/" + String.join("/", kept);
  }

  private static String encoded(String text, String also) {
    StringBuilder encoded = new StringBuilder(text.length());
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      int value = each & 0xFF;
      if (value <= ' ' || value >= 127 || also.indexOf(value) >= 0) {
        encoded.append('%').append("%02X".formatted(value));
      } else {
        encoded.append((char) value);
      }
    }
    return encoded.toString();
  }
}
