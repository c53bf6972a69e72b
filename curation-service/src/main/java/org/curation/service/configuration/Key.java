package org.curation.service.configuration;

import java.util.Locale;
import java.util.Optional;

/**
 * One key of the configuration.
 *
 * @param path for example {@code http.port}; the first part is the section
 * @param standard the value that counts when none is given, as it would be written
 * @param required whether a program that uses the section must be given a value
 * @param secret whether the value must never be shown
 * @param meaning in full sentences, for the reference page
 */
public record Key<T>(
    String path,
    KeyType<T> type,
    Optional<String> standard,
    boolean required,
    boolean secret,
    String meaning) {
  /** Start of the names of environment variables that override the file. */
  public static final String ENVIRONMENT_PREFIX = "CURATION_";

  static <T> Key<T> optional(String path, KeyType<T> type, String meaning) {
    return new Key<>(path, type, Optional.empty(), false, false, meaning);
  }

  static <T> Key<T> required(String path, KeyType<T> type, String meaning) {
    return new Key<>(path, type, Optional.empty(), true, false, meaning);
  }

  static <T> Key<T> standard(String path, KeyType<T> type, String standard, String meaning) {
    return new Key<>(path, type, Optional.of(standard), false, false, meaning);
  }

  static <T> Key<T> secret(String path, KeyType<T> type, String meaning) {
    return new Key<>(path, type, Optional.empty(), false, true, meaning);
  }

  /** The section that the key belongs to. */
  public String section() {
    return path.substring(0, path.indexOf('.'));
  }

  /** The environment variable that overrides the key. */
  public String variable() {
    return ENVIRONMENT_PREFIX + path.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
  }
}
