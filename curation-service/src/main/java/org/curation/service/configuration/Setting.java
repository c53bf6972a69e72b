package org.curation.service.configuration;

/**
 * One value as somebody wrote it.
 *
 * @param place where, for messages: {@code curation.yaml:12} or {@code environment variable X}
 * @param key the key's path
 * @param text the value, references not yet replaced
 */
record Setting(String place, String key, String text) {
  Setting with(String other) {
    return new Setting(place, key, other);
  }
}
