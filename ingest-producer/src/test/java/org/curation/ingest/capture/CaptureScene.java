package org.curation.ingest.capture;

import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.embedded.testing.TestBroker;
import org.curation.model.Capture;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.LinkHealth;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;

/** A broker, requests, and what workers made of them. */
final class CaptureScene implements AutoCloseable {
  static final int PARTITIONS = 3;
  static final Duration SOON = Duration.ofSeconds(60);

  /** Tries twice again, looks again after a day. */
  static final CapturePolicy POLICY =
      new CapturePolicy(
          Duration.ofDays(1), List.of(Duration.ofMinutes(1), Duration.ofHours(1)), 64, 2, 5);

  private final TestBroker broker = TestBroker.start();
  private final KafkaProducer<String, byte[]> producer;

  CaptureScene() {
    broker.createTopics(PARTITIONS);
    producer =
        new KafkaProducer<>(
            broker.connection().producer("test"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  CaptureWorker worker(Fetcher fetcher, Clock clock, String instance) {
    CaptureWorker worker =
        new CaptureWorker(
            broker.connection(), fetcher, POLICY, clock, instance, StageObserver.NONE);
    worker.start();
    return worker;
  }

  TestBroker broker() {
    return broker;
  }

  void ask(String key, String url) {
    CaptureRequest request = new CaptureRequest(CaptureKey.parse(key), 1, url, "");
    send(key, url, JsonSerde.of(CaptureRequest.class).write(request));
  }

  void send(String key, String url, byte @Nullable [] value) {
    var unused =
        producer.send(
            new ProducerRecord<>(
                Topics.CAPTURE_REQUESTS.name(), Partitioning.forUrl(url, PARTITIONS), key, value));
  }

  void flush() {
    producer.flush();
  }

  static Fetched page(CaptureRequest request, String html) {
    return new Fetched.Bytes(
        html.getBytes(StandardCharsets.UTF_8), request.url(), Optional.empty());
  }

  Optional<LinkHealth> health(String key) {
    return newest(Topics.LINK_HEALTH, key).map(JsonSerde.of(LinkHealth.class)::read);
  }

  void awaitHealth(String key, LinkHealth.Outcome outcome) {
    await()
        .atMost(SOON)
        .until(() -> health(key).map(LinkHealth::outcome).equals(Optional.of(outcome)));
  }

  List<Capture> captures(String key) {
    return read(Topics.CAPTURES).stream()
        .filter(entry -> key.equals(new String(entry.key(), StandardCharsets.UTF_8)))
        .map(entry -> JsonSerde.of(Capture.class).read(entry.value()))
        .toList();
  }

  private Optional<byte[]> newest(TopicSpec<?> topic, String key) {
    Map<String, byte[]> values = new HashMap<>();
    read(topic)
        .forEach(
            entry -> values.put(new String(entry.key(), StandardCharsets.UTF_8), entry.value()));
    return Optional.ofNullable(values.get(key));
  }

  List<ConsumerRecord<byte[], byte[]>> read(TopicSpec<?> topic) {
    List<ConsumerRecord<byte[], byte[]>> entries = new ArrayList<>();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            broker.connection().consumer("test"),
            new ByteArrayDeserializer(),
            new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic.name()).stream()
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (ends.entrySet().stream()
          .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
        consumer.poll(Duration.ofMillis(50)).forEach(entries::add);
      }
    }
    return entries;
  }

  @Override
  public void close() {
    producer.close();
    broker.close();
  }
}
