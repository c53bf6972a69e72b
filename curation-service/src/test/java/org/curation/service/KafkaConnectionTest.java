package org.curation.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.junit.jupiter.api.Test;

class KafkaConnectionTest {
  private final KafkaConnection connection =
      new KafkaConnection("broker:9092", Map.of("security.protocol", "SSL"));

  @Test
  void shouldReadOnlyWhatIsCommittedAndNeverCommitByItself() {
    assertThat(connection.consumer("c", "g"))
        .containsEntry(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed")
        .containsEntry(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false)
        .containsEntry(ConsumerConfig.GROUP_ID_CONFIG, "g")
        .containsEntry("security.protocol", "SSL");
  }

  @Test
  void shouldWaitForAllReplicas() {
    assertThat(connection.producer("p"))
        .containsEntry(ProducerConfig.ACKS_CONFIG, "all")
        .containsEntry(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true)
        .containsEntry("bootstrap.servers", "broker:9092");
  }

  @Test
  void shouldGiveEachCallerAConfigurationOfItsOwn() {
    connection.producer("p").put(ProducerConfig.ACKS_CONFIG, "0");
    assertThat(connection.producer("p")).containsEntry(ProducerConfig.ACKS_CONFIG, "all");
  }
}
