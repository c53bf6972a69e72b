package org.curation.enrich.page;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Collects what meta elements say, in bounds: all of it is remembered. Belongs to one thread. */
final class MetaEntries {
  private static final int MAX_ENTRIES = 200;
  private static final int MAX_VALUE = 4096;
  private static final int MAX_NAME = 100;
  private static final int MAX_CHARACTERS = 64 * 1024;

  private final Map<String, String> meta = new LinkedHashMap<>();
  private int characters;

  /** Adds an entry; the first of a name wins. */
  void add(String name, String content) {
    String key = name.strip().toLowerCase(Locale.ROOT).replace(":", "");
    String value = bounded(content.strip());
    characters += key.length() + value.length();
    if (!key.isEmpty()
        && key.length() <= MAX_NAME
        && meta.size() < MAX_ENTRIES
        && characters <= MAX_CHARACTERS) {
      meta.putIfAbsent(key, value);
    }
  }

  Map<String, String> map() {
    return meta;
  }

  static String bounded(String value) {
    return bounded(value, MAX_VALUE);
  }

  /** The beginning of a text, of at most so many characters; no pair of them is split. */
  static String bounded(String value, int most) {
    if (value.length() <= most) {
      return value;
    }
    boolean splits = Character.isHighSurrogate(value.charAt(most - 1));
    return value.substring(0, splits ? most - 1 : most);
  }
}
