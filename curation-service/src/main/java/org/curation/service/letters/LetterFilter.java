package org.curation.service.letters;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which letters are meant; parts that are null or empty let everything through.
 *
 * @param ids exact letter ids
 * @param topic that the failed record was read from
 * @param since letters that failed at that time or later
 * @param key of the original record; a {@code *} at the end stands for any ending
 */
public record LetterFilter(
    Set<String> ids,
    @Nullable String stage,
    @Nullable String reason,
    @Nullable String topic,
    @Nullable Instant since,
    @Nullable String key) {
  /** Every letter. */
  public static final LetterFilter ALL = new LetterFilter(Set.of(), null, null, null, null, null);

  /** Copies the ids. */
  public LetterFilter {
    ids = Set.copyOf(ids);
  }

  /** These letters. */
  public static LetterFilter ids(Set<String> ids) {
    return new LetterFilter(ids, null, null, null, null, null);
  }

  /** Whether it lets everything through. */
  public boolean isEmpty() {
    return equals(ALL);
  }

  boolean matches(Letter letter) {
    return (ids.isEmpty() || ids.contains(letter.id()))
        && (stage == null || stage.equals(letter.stage()))
        && (reason == null || reason.equals(letter.reason()))
        && (topic == null || topic.equals(LetterAddress.topicOf(letter.id())))
        && (since == null || !letter.time().isBefore(since))
        && (key == null || keyMatches(key, letter.key()));
  }

  private static boolean keyMatches(String wanted, @Nullable String key) {
    if (key == null) {
      return false;
    }
    return wanted.endsWith("*")
        ? key.startsWith(wanted.substring(0, wanted.length() - 1))
        : key.equals(wanted);
  }
}
