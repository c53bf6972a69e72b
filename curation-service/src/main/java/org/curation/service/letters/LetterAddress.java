package org.curation.service.letters;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The place that a letter is about, as its id says.
 *
 * @param topic the topic that the failed record was read from
 */
record LetterAddress(String stage, String topic, int partition, long offset) {
  private static final Pattern FORM = Pattern.compile("([^/]+)/([^/]+)/(\\d{1,9})/(\\d{1,18})");

  /** Reads an id; empty when it names no record of a topic (a letter about a file). */
  static Optional<LetterAddress> parse(String id) {
    Matcher form = FORM.matcher(id);
    return form.matches()
        ? Optional.of(
            new LetterAddress(
                form.group(1),
                form.group(2),
                Integer.parseInt(form.group(3)),
                Long.parseLong(form.group(4))))
        : Optional.empty();
  }

  /** The topic, or what stands in its place in an id. */
  static String topicOf(String id) {
    String[] parts = id.split("/", 3);
    return parts.length > 1 ? parts[1] : "";
  }
}
