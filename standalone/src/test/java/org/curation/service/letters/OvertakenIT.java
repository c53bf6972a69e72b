package org.curation.service.letters;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.curation.embedded.EmbeddedBroker;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Provenance;
import org.curation.model.Version;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.TopicCreation;
import org.curation.service.letters.NewestOfKey.Found;
import org.curation.service.letters.NewestOfKey.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A newer document that slips in between the look and the sending. */
class OvertakenIT {
  private static final TopicPartition DOCUMENTS = new TopicPartition(Topics.DOCUMENTS.name(), 0);
  private static final byte[] KEY = "open-project:1".getBytes(StandardCharsets.UTF_8);

  @Test
  void shouldSendTheNewerOneAgain(@TempDir Path data) {
    try (EmbeddedBroker broker = EmbeddedBroker.start(data)) {
      KafkaConnection connection = KafkaConnection.to(broker.bootstrapServers());
      try (Admin admin = Admin.create(connection.common("test"))) {
        new TopicCreation(admin).create(1, Optional.of((short) 1));
      }
      try (LetterTransactions transactions = new LetterTransactions(connection);
          NewestOfKey topics = new NewestOfKey(connection)) {
        // Given the newest document as it was when somebody looked, and a newer one
        transactions.send(List.of(document(1)));
        Found looked = topics.find(Set.of(new Place(DOCUMENTS, ByteBuffer.wrap(KEY))));
        transactions.send(List.of(document(2)));

        // When the older one is sent
        List<RecordMetadata> sent = transactions.send(List.of(document(1)));
        Overtaken overtaken = new Overtaken(topics, transactions, Clock.systemUTC());
        byte[] value = document(1).value();
        overtaken.sent(
            new Resend(Topics.DOCUMENTS, 0, KEY, value),
            Newness.of(Topics.DOCUMENTS.name(), value, 0),
            sent.get(0));
        overtaken.repair(looked.ends());

        // Then
        assertThat(revisions(connection)).containsExactly(1L, 2L, 1L, 2L);
        overtaken.repair(looked.ends());
        assertThat(revisions(connection)).as("nothing more to repair").hasSize(4);
      }
    }
  }

  private static List<Long> revisions(KafkaConnection connection) {
    List<Long> revisions = new ArrayList<>();
    try (PartitionScan scan = new PartitionScan(connection)) {
      scan.read(
          Map.of(),
          scan.ends(List.of(DOCUMENTS)),
          message -> revisions.add(Newness.of(message).revision()));
    }
    return revisions;
  }

  private static ProducerRecord<byte[], byte[]> document(long revision) {
    Document document =
        new Document(
            CurationId.parse("open-project:1"),
            Document.State.UNPUBLISHED,
            new Version(0, 1),
            revision,
            "x",
            "content/x.md",
            "/x/",
            List.of(),
            Document.Style.SORTED,
            null,
            null,
            List.of(),
            "hash" + revision,
            new Provenance("file", "lane", "archetype", List.of(), List.of()));
    return new ProducerRecord<>(
        Topics.DOCUMENTS.name(),
        0,
        KEY,
        Topics.DOCUMENTS.serde().serializer().serialize("", document));
  }
}
