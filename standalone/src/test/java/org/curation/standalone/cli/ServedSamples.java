package org.curation.standalone.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;

/** {@code curate serve} on the samples, as a process of its own. */
final class ServedSamples implements AutoCloseable {
  private final Process process;
  private final Path site;
  private final String kafka;

  private ServedSamples(Process process, Path site, String kafka) {
    this.process = process;
    this.site = site;
    this.kafka = kafka;
  }

  /** Starts it and waits until it serves. */
  static ServedSamples start(Path folder) throws IOException {
    Path site = folder.resolve("site");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx1g",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "serve",
                "--from",
                "../samples",
                "--site",
                "../site",
                "--webhook-secret-file",
                "../samples/webhook-secret.txt",
                "--out",
                site.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String line = process.inputReader().readLine();
    if (line == null || !line.startsWith("Serving. Kafka: 127.0.0.1:")) {
      process.destroyForcibly();
      throw new AssertionError("serve says \"%s\" instead of where Kafka is".formatted(line));
    }
    return new ServedSamples(process, site, line.split(" ", 4)[2]);
  }

  /** The curation system says that an item is gone. */
  void delete(CurationId id, Version version) {
    RawCuration deletion =
        new RawCuration(id, SourceEvent.DELETED, version, null, Instant.now(), "test", null, null);
    try (KafkaProducer<String, byte[]> producer =
        new KafkaProducer<>(
            KafkaConnection.to(kafka).producer("test"),
            new StringSerializer(),
            new ByteArraySerializer())) {
      var unused =
          producer.send(
              new ProducerRecord<>(
                  Topics.RAW.name(),
                  id.toString(),
                  JsonSerde.of(RawCuration.class).write(deletion)));
      producer.flush();
    }
  }

  /** Where clients connect. */
  String kafka() {
    return kafka;
  }

  /** The site's files of an ending, relative to its root. */
  List<String> files(String ending) throws IOException {
    if (!Files.exists(site)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(site)) {
      return files
          .map(file -> site.relativize(file).toString().replace('\\', '/'))
          .filter(name -> name.endsWith(ending))
          .toList();
    } catch (java.io.UncheckedIOException e) {
      // A folder went while it was looked at.
      return List.of();
    }
  }

  /** Tells it to stop; gives its exit code. */
  int stop() throws InterruptedException {
    process.destroy();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("serve does not stop");
    }
    return process.exitValue();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
