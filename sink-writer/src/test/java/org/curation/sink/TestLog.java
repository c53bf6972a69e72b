package org.curation.sink;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.awaitility.Awaitility;
import org.curation.embedded.testing.TestBroker;
import org.curation.model.CaptureKey;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.Publication;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/** The topics, as enrichment writes them and as others read them. */
final class TestLog implements AutoCloseable {
  static final int PARTITIONS = 3;
  static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

  private static final Set<String> INTERNAL = Set.of("__consumer_offsets", "__transaction_state");

  private final TestBroker broker;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  TestLog(TestBroker broker) {
    this.broker = broker;
    this.admin = Admin.create(broker.connection().common("test-log"));
    this.producer = producer(broker.connection().producer("test-log"));
  }

  private static KafkaProducer<byte[], byte[]> producer(Map<String, Object> config) {
    return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
  }

  /** Begins anew with empty topics. */
  void recreateTopics() throws Exception {
    Set<String> topics = new HashSet<>(admin.listTopics().names().get());
    topics.removeAll(INTERNAL);
    admin.deleteTopics(topics).all().get();
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> admin.listTopics().names().get().stream().noneMatch(topics::contains));
    // What was just created is not at once known everywhere; creating it again is harmless.
    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .ignoreException(IllegalStateException.class)
        .until(
            () -> {
              broker.createTopics(PARTITIONS);
              return true;
            });
  }

  Admin admin() {
    return admin;
  }

  KafkaProducer<byte[], byte[]> transactionalProducer(String id) {
    KafkaProducer<byte[], byte[]> transactional =
        producer(broker.connection().transactionalProducer(id, id));
    transactional.initTransactions();
    return transactional;
  }

  static ProducerRecord<byte[], byte[]> record(Document document) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Topics.DOCUMENTS.name(),
            bytes(document.id().toString()),
            JsonSerde.of(Document.class).write(document));
    EventHeaders.set(record.headers(), EventHeaders.TRACE_PARENT, TRACE);
    return record;
  }

  RecordMetadata send(Document document) throws Exception {
    return producer.send(record(document)).get();
  }

  RecordMetadata send(byte @Nullable [] key, byte @Nullable [] value) throws Exception {
    return producer.send(new ProducerRecord<>(Topics.DOCUMENTS.name(), key, value)).get();
  }

  ImagePosition image(CaptureKey key, String content) throws Exception {
    RecordMetadata sent = producer.send(imageRecord(key, content)).get();
    return new ImagePosition(key, sent.partition(), sent.offset());
  }

  static ProducerRecord<byte[], byte[]> imageRecord(CaptureKey key, String content) {
    return new ProducerRecord<>(
        Topics.IMAGES.name(),
        Partitioning.forCapture(key, PARTITIONS),
        bytes(key.toString()),
        bytes(content));
  }

  /** The newest publication of each curation. */
  Map<CurationId, Publication> publications() {
    Map<CurationId, Publication> newest = new HashMap<>();
    for (ConsumerRecord<byte[], byte[]> each : read(Topics.PUBLICATIONS.name())) {
      Publication publication = JsonSerde.of(Publication.class).read(each.value());
      newest.put(publication.id(), publication);
    }
    return newest;
  }

  /** All committed records of a topic, in order within each partition. */
  List<ConsumerRecord<byte[], byte[]>> read(String topic) {
    List<TopicPartition> partitions = partitions(topic);
    List<ConsumerRecord<byte[], byte[]>> all = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            broker.connection().consumer("test-log"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.get(each))) {
        consumer.poll(Duration.ofMillis(100)).forEach(all::add);
      }
    }
    return all;
  }

  /** The group's lag as tools show it; partitions that it never committed count in full. */
  long lag() throws Exception {
    Map<TopicPartition, OffsetAndMetadata> committed =
        admin.listConsumerGroupOffsets("curation-sink-hugo").partitionsToOffsetAndMetadata().get();
    long lag = 0;
    for (TopicPartition partition : partitions(Topics.DOCUMENTS.name())) {
      var offset = committed.get(partition);
      lag += end(partition) - (offset == null ? 0 : offset.offset());
    }
    return lag;
  }

  long end(TopicPartition partition) throws ExecutionException, InterruptedException {
    return admin
        .listOffsets(
            Map.of(partition, OffsetSpec.latest()),
            new ListOffsetsOptions(IsolationLevel.READ_UNCOMMITTED))
        .partitionResult(partition)
        .get()
        .offset();
  }

  static List<TopicPartition> partitions(String topic) {
    List<TopicPartition> partitions = new ArrayList<>();
    for (int i = 0; i < PARTITIONS; i++) {
      partitions.add(new TopicPartition(topic, i));
    }
    return partitions;
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    producer.close();
    admin.close();
  }
}
