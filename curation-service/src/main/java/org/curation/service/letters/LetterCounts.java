package org.curation.service.letters;

import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** How many letters there are, by stage and reason. For use by one thread. */
public final class LetterCounts {
  private final Map<String, Map<String, Long>> counts = new TreeMap<>();
  private long all;

  /** Counts one. */
  public void add(Letter letter) {
    all++;
    counts
        .computeIfAbsent(letter.stage(), stage -> new TreeMap<>())
        .merge(letter.reason(), 1L, Long::sum);
  }

  /** How many were counted. */
  public long all() {
    return all;
  }

  /** One line for each stage; empty when there are none. */
  public String lines() {
    StringBuilder lines = new StringBuilder();
    counts.forEach(
        (stage, reasons) -> {
          StringJoiner line = new StringJoiner(", ");
          reasons.forEach((reason, count) -> line.add(count + " " + reason));
          lines.append("  %-8s %s%n".formatted(stage, line));
        });
    return lines.toString().replaceAll("[\\p{Cntrl}&&[^\\n]]", " ");
  }
}
