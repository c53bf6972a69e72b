package org.curation.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;

/** Made-up words in the order of a seed. */
final class GeneratedTexts {
  private static final List<String> WORDS =
      List.of(
          "care", "nurse", "rural", "visit", "portal", "chart", "remote", "plan", "triage", "quiet",
          "winter", "island", "record", "clinic", "signal", "letter", "harbour", "device", "follow",
          "family", "lesson", "review", "budget", "waiting", "room", "ward", "field", "note");
  private static final int TOPICS = 12;
  private static final int OFFERINGS = 40;

  private final Random random;

  GeneratedTexts(Random random) {
    this.random = random;
  }

  /** A title that no other item has. */
  String title(int id) {
    return "%s %d".formatted(words(3 + random.nextInt(4)), id);
  }

  String body() {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < 1 + random.nextInt(4); i++) {
      body.append("<p>").append(words(10 + random.nextInt(60))).append(".</p>\n");
    }
    return body.toString();
  }

  List<String> topics() {
    TreeSet<String> topics = new TreeSet<>();
    for (int i = 0; i < random.nextInt(3); i++) {
      topics.add(topic());
    }
    return List.copyOf(topics);
  }

  /** Lines of offerings. */
  String offerings() {
    StringBuilder lines = new StringBuilder();
    for (int id = 1; id <= OFFERINGS; id++) {
      lines.append(
          "{\"offeringId\":%d,\"label\":\"%s\",\"categories\":[\"%s\",\"Medigy: Other\"]}\n"
              .formatted(id, words(2), topic()));
    }
    return lines.toString();
  }

  private String topic() {
    return "KLAS: Topic " + random.nextInt(TOPICS);
  }

  private String words(int count) {
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      chosen.add(WORDS.get(random.nextInt(WORDS.size())));
    }
    return String.join(" ", chosen);
  }
}
