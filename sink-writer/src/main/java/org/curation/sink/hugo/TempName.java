package org.curation.sink.hugo;

import java.util.UUID;

/** Names of files that are still being written. Hugo and web servers pass over hidden files. */
final class TempName {
  private static final String PREFIX = ".curation-";
  private static final String SUFFIX = ".tmp";

  /** Length of every name, in bytes. */
  static final int LENGTH = PREFIX.length() + 36 + SUFFIX.length();

  private TempName() {}

  static String random() {
    return PREFIX + UUID.randomUUID() + SUFFIX;
  }

  static boolean matches(String fileName) {
    return fileName.startsWith(PREFIX) && fileName.endsWith(SUFFIX);
  }
}
