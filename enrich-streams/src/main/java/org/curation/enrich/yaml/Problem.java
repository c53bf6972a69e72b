package org.curation.enrich.yaml;

/**
 * One thing that is wrong in a site configuration.
 *
 * @param file relative to the site folder
 * @param line from 1; 0 when the problem is about the whole file
 * @param key path of the key, for example {@code lanes[1].archetype}; empty when there is none
 * @param message what is wrong and what to do, on one line
 */
public record Problem(String file, int line, String key, String message) {
  /** The form that people read: {@code lanes.yaml:12: lanes[1].archetype: no archetype …}. */
  @Override
  public String toString() {
    return file + (line > 0 ? ":" + line : "") + ": " + (key.isEmpty() ? "" : key + ": ") + message;
  }
}
