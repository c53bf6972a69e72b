package org.curation.service.topics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.curation.model.topic.TopicSpec;

/** Which settings of a topic matter, and why. Pure. */
final class SettingRules {
  private SettingRules() {}

  /**
   * A rule.
   *
   * @param expected for people
   * @param value that mends it
   */
  record Rule(
      String setting, Predicate<String> accepted, String expected, String value, String why) {
    boolean accepts(String found) {
      return accepted.test(found);
    }
  }

  static List<Rule> of(TopicSpec<?> spec) {
    List<Rule> rules = new ArrayList<>();
    rules.add(
        new Rule(
            "cleanup.policy",
            found -> policies(found).equals(policies(spec.cleanup())),
            spec.cleanup(),
            spec.cleanup(),
            spec.cleanup().contains("compact")
                ? "Without compaction it grows without end; with deletion, what was said last would be lost some day."
                : "Compaction keeps what came last, not what is newest: a late old record would evict the newest one."));
    rules.add(
        new Rule(
            "max.message.bytes",
            found -> Long.parseLong(found) >= spec.maxBytes(),
            "at least " + spec.maxBytes(),
            Integer.toString(spec.maxBytes()),
            "A record that the pipeline allows would be refused, and its writer would stop."));
    if (spec.cleanup().contains("delete")) {
      rules.add(forever("retention.ms"));
      rules.add(forever("retention.bytes"));
    }
    return rules;
  }

  private static Rule forever(String setting) {
    return new Rule(
        setting,
        found -> Long.parseLong(found) < 0,
        "-1",
        "-1",
        "Records would be cut off after a while; everything is rebuilt from this topic.");
  }

  private static Set<String> policies(String text) {
    return Arrays.stream(text.split(","))
        .map(String::strip)
        .filter(policy -> !policy.isEmpty())
        .collect(Collectors.toSet());
  }
}
