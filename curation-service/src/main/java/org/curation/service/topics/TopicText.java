package org.curation.service.topics;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.curation.model.topic.Json;
import org.curation.service.topics.Finding.Severity;

/** Topics and findings for people and for programs. Pure. */
public final class TopicText {
  private static final String ROW = "%-28s %10s %11s  %-15s %13s %13s %7s %12s%n";
  private static final List<String> SETTINGS =
      List.of("cleanup.policy", "max.message.bytes", "retention.ms", "min.insync.replicas");

  private TopicText() {}

  /** All findings, and what they come to. */
  public static String findings(List<Finding> findings, int topics) {
    StringBuilder text = new StringBuilder();
    for (Finding finding : findings) {
      text.append(
          "%-7s %s: %s is %s, expected %s%n        %s%n        Mend: %s%n"
              .formatted(
                  finding.severity().name().toLowerCase(Locale.ROOT),
                  finding.topic(),
                  finding.setting(),
                  finding.found(),
                  finding.expected(),
                  finding.why(),
                  finding.mend()));
    }
    long errors = errors(findings);
    text.append(
        "%d topics of the catalogue checked: %d errors, %d warnings.%n"
            .formatted(topics, errors, findings.size() - errors));
    return text.toString();
  }

  /** The same as one JSON object on one line. */
  public static String findingsJson(List<Finding> findings) {
    ObjectNode root = Json.mapper().createObjectNode();
    long errors = errors(findings);
    root.put("errors", errors).put("warnings", findings.size() - errors);
    ArrayNode all = root.putArray("findings");
    for (Finding finding : findings) {
      all.addObject()
          .put("severity", finding.severity().name().toLowerCase(Locale.ROOT))
          .put("topic", finding.topic())
          .put("setting", finding.setting())
          .put("found", finding.found())
          .put("expected", finding.expected())
          .put("why", finding.why())
          .put("mend", finding.mend());
    }
    return root + "\n";
  }

  /** How many of the findings are errors. */
  public static long errors(List<Finding> findings) {
    return findings.stream().filter(each -> each.severity() == Severity.ERROR).count();
  }

  /** A table of what is there. */
  public static String table(ClusterTopics cluster) {
    StringBuilder text = new StringBuilder();
    text.append(
        ROW.formatted(
            "TOPIC",
            "PARTITIONS",
            "REPLICATION",
            "CLEANUP",
            "LARGEST",
            "RETENTION",
            "MIN-ISR",
            "OFFSETS"));
    cluster
        .topics()
        .values()
        .forEach(
            topic ->
                text.append(
                    ROW.formatted(
                        topic.name(),
                        topic.partitions(),
                        topic.replication(),
                        setting(topic.settings(), "cleanup.policy"),
                        setting(topic.settings(), "max.message.bytes"),
                        retention(topic.settings()),
                        setting(topic.settings(), "min.insync.replicas"),
                        topic.offsets())));
    cluster.problems().forEach(problem -> text.append(problem).append('\n'));
    return text.toString();
  }

  /** The same as one JSON object on one line. */
  public static String tableJson(ClusterTopics cluster) {
    ObjectNode root = Json.mapper().createObjectNode();
    ArrayNode all = root.putArray("topics");
    cluster
        .topics()
        .values()
        .forEach(
            topic -> {
              ObjectNode node = all.addObject().put("name", topic.name());
              node.put("partitions", topic.partitions());
              node.put("replication", topic.replication());
              node.put("offsets", topic.offsets());
              ObjectNode settings = node.putObject("settings");
              SETTINGS.forEach(name -> settings.put(name, topic.settings().get(name)));
            });
    ArrayNode problems = root.putArray("problems");
    cluster.problems().forEach(problems::add);
    return root + "\n";
  }

  private static String setting(Map<String, String> settings, String name) {
    return settings.getOrDefault(name, "?");
  }

  /** Deletion by time matters only where there is deletion. */
  private static String retention(Map<String, String> settings) {
    if (!setting(settings, "cleanup.policy").contains("delete")) {
      return "newest of key";
    }
    String millis = setting(settings, "retention.ms");
    return millis.equals("-1") ? "for ever" : millis + " ms";
  }
}
