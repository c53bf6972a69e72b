package org.curation.service.topics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.topics.ClusterTopics.Topic;
import org.curation.service.topics.Finding.Severity;
import org.junit.jupiter.api.Test;

class TopicCheckTest {
  private final SortedMap<String, Topic> topics = new TreeMap<>();
  private final SortedMap<Integer, Map<String, String>> brokers = new TreeMap<>();

  TopicCheckTest() {
    for (TopicSpec<?> spec : Topics.ALL) {
      put(spec.name(), 4, List.of(1), Map.of());
    }
    brokers.put(1, Map.of("message.max.bytes", "8388608", "replica.fetch.max.bytes", "8388608"));
  }

  @Test
  void shouldFindNothingWrongWithTheCatalogueItself() {
    assertThat(check(OptionalInt.of(4), OptionalInt.of(1))).isEmpty();
    assertThat(check(OptionalInt.empty(), OptionalInt.empty())).isEmpty();
  }

  @Test
  void shouldFindEverythingAtOnceAndSayHowToMendIt() {
    // Given
    topics.remove("curation.images");
    put("curation.accepted", 3, List.of(1), Map.of());
    put("curation.captures", 4, List.of(1), Map.of("cleanup.policy", "delete"));
    put(
        "curation.raw",
        4,
        List.of(1),
        Map.of("retention.ms", "604800000", "retention.bytes", "1000"));
    put("curation.documents", 4, List.of(1), Map.of("max.message.bytes", "1048588"));
    put("curation.identities", 4, List.of(1), Map.of("min.insync.replicas", "2"));
    put("curation.docuemnts", 1, List.of(1), Map.of());
    brokers.put(1, Map.of("message.max.bytes", "1048588", "replica.fetch.max.bytes", "8388608"));

    // When
    List<Finding> found = check(OptionalInt.empty(), OptionalInt.empty());

    // Then
    assertThat(found)
        .extracting(each -> each.severity() + " " + each.topic() + " " + each.setting())
        .containsExactlyInAnyOrder(
            "ERROR curation.images topic",
            "ERROR curation.accepted partitions",
            "ERROR curation.captures cleanup.policy",
            "ERROR curation.raw retention.ms",
            "ERROR curation.raw retention.bytes",
            "ERROR curation.documents max.message.bytes",
            "ERROR curation.identities min.insync.replicas",
            "WARNING broker 1 message.max.bytes",
            "WARNING curation.docuemnts topic");
    assertThat(mend(found, "curation.raw"))
        .isEqualTo(
            "kafka-configs.sh --bootstrap-server host:1 --alter --entity-type topics --entity-name curation.raw --add-config 'retention.ms=-1'");
    assertThat(mend(found, "curation.images"))
        .isEqualTo("curate topics create --bootstrap-servers host:1 --partitions 4");
    assertThat(mend(found, "curation.accepted")).contains("ingest again");
    assertThat(TopicText.errors(found)).isEqualTo(7);
    assertThat(TopicText.findingsJson(found)).contains("\"errors\":7", "\"warnings\":2");
  }

  @Test
  void shouldAskForDeletionOfAnEmptyTopicWithTheWrongPartitionCount() {
    // Given
    topics.put(
        "curation.accepted",
        new Topic("curation.accepted", Collections.nCopies(2, List.of(1)), Map.of(), 0));

    // When
    List<Finding> found = check(OptionalInt.of(4), OptionalInt.empty());

    // Then
    assertThat(found).hasSize(1);
    assertThat(mend(found, "curation.accepted")).contains("--delete --topic curation.accepted");
  }

  @Test
  void shouldGiveTheReassignmentThatAddsReplicas() {
    // Given
    brokers.put(2, Map.of());
    brokers.put(3, Map.of());
    put("curation.raw", 2, List.of(2), Map.of());
    topics.keySet().removeIf(name -> !name.equals("curation.raw"));

    // When
    List<Finding> found = check(OptionalInt.of(2), OptionalInt.of(2));

    // Then
    assertThat(mend(found, "curation.raw"))
        .contains(
            "{\"topic\":\"curation.raw\",\"partition\":0,\"replicas\":[2,1]}",
            "{\"topic\":\"curation.raw\",\"partition\":1,\"replicas\":[2,3]}");
  }

  @Test
  void shouldWarnOfReplicasThatNobodyWaitsFor() {
    // Given
    brokers.put(2, Map.of());
    brokers.put(3, Map.of());
    for (TopicSpec<?> spec : Topics.ALL) {
      put(spec.name(), 4, List.of(1, 2, 3), Map.of("min.insync.replicas", "2"));
    }
    put("curation.raw", 4, List.of(1, 2, 3), Map.of("min.insync.replicas", "1"));

    // When
    List<Finding> found = check(OptionalInt.empty(), OptionalInt.empty());

    // Then
    assertThat(found).extracting(Finding::severity).containsExactly(Severity.WARNING);
    assertThat(found).extracting(Finding::setting).containsExactly("min.insync.replicas");
  }

  @Test
  void shouldShowATable() {
    put("curation.raw", 4, List.of(1), Map.of("min.insync.replicas", "1"));
    String table = TopicText.table(new ClusterTopics(topics, brokers, List.of()));
    assertThat(table).contains("curation.raw").contains("for ever").contains("newest of key");
  }

  private static String mend(List<Finding> found, String topic) {
    return found.stream()
        .filter(each -> each.topic().equals(topic) && !each.setting().equals("retention.bytes"))
        .findFirst()
        .orElseThrow()
        .mend();
  }

  private List<Finding> check(OptionalInt partitions, OptionalInt replication) {
    return TopicCheck.check(
        new ClusterTopics(topics, brokers, List.of()), partitions, replication, "host:1");
  }

  private void put(
      String name, int partitions, List<Integer> replicas, Map<String, String> changed) {
    Map<String, String> settings = new HashMap<>();
    Topics.ALL.stream()
        .filter(spec -> spec.name().equals(name))
        .forEach(spec -> settings.putAll(spec.topicConfig()));
    settings.putIfAbsent("retention.bytes", "-1");
    settings.putAll(changed);
    topics.put(name, new Topic(name, Collections.nCopies(partitions, replicas), settings, 10));
  }
}
