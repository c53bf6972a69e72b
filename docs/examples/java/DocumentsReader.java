import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Reads curation.documents and keeps the newest state of each document. It needs kafka-clients and
 * jackson-databind, nothing of the pipeline's own.
 *
 * <p>{@code java -cp 'LIBRARIES/*' DocumentsReader.java HOST:PORT} follows the topic until Ctrl-C;
 * with {@code --to-end} it reads what is there now, and ends. Each change is one line of JSON.
 */
public final class DocumentsReader {
  private static final String TOPIC = "curation.documents";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** What orders two states of one document. A real consumer stores it beside the document. */
  record Age(long incarnation, long number, long revision) {
    static final Comparator<Age> ORDER =
        Comparator.comparingLong(Age::incarnation)
            .thenComparingLong(Age::number)
            .thenComparingLong(Age::revision);

    static Age of(JsonNode document) {
      JsonNode version = document.path("version");
      return new Age(
          version.path("incarnation").asLong(),
          version.path("number").asLong(),
          document.path("revision").asLong());
    }
  }

  private final Map<String, Age> held = new HashMap<>();

  public static void main(String[] arguments) throws IOException {
    if (arguments.length == 0 || arguments.length > 2
        || (arguments.length == 2 && !arguments[1].equals("--to-end"))) {
      System.err.println("usage: java DocumentsReader.java HOST:PORT[,HOST:PORT...] [--to-end]");
      System.exit(2);
    }
    new DocumentsReader().read(arguments[0], arguments.length == 2);
  }

  private void read(String brokers, boolean toEnd) throws IOException {
    Map<String, Object> settings =
        Map.of(
            "bootstrap.servers", brokers,
            "client.id", "documents-example",
            // Name the group once and keep it: positions belong to it.
            "group.id", "documents-example-" + ProcessHandle.current().pid(),
            "auto.offset.reset", "earliest",
            // Positions advance when the work is done, not when records were handed out.
            "enable.auto.commit", false,
            // Without this, records of a transaction that failed are seen too.
            "isolation.level", "read_committed",
            // A record has up to 4 MiB.
            "max.partition.fetch.bytes", 4 * 1024 * 1024);
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
      Runtime.getRuntime().addShutdownHook(new Thread(consumer::wakeup));
      List<PartitionInfo> partitions = consumer.partitionsFor(TOPIC);
      Map<TopicPartition, Long> ends =
          consumer.endOffsets(
              partitions.stream().map(p -> new TopicPartition(TOPIC, p.partition())).toList());
      consumer.subscribe(List.of(TOPIC));
      while (!toEnd || !reached(consumer, ends)) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          apply(record);
        }
        consumer.commitSync();
      }
    } catch (WakeupException e) {
      // Told to stop.
    }
  }

  private static boolean reached(
      KafkaConsumer<String, byte[]> consumer, Map<TopicPartition, Long> ends) {
    return consumer.assignment().containsAll(ends.keySet())
        && ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
  }

  private void apply(ConsumerRecord<String, byte[]> record) throws IOException {
    ObjectNode headers = JSON.createObjectNode();
    for (Header header : record.headers()) {
      headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8));
    }
    // Refuse what this program wasn't written for; ignore fields that it doesn't know.
    if (!headers.path("ce_type").asText().equals("org.curation.documents.v1")) {
      return;
    }
    JsonNode document = JSON.readTree(record.value());
    if (!document.has("id") || !document.has("state") || !document.has("version")) {
      System.err.printf("skipped %d/%d: no document%n", record.partition(), record.offset());
      return;
    }
    Age age = Age.of(document);
    Age last = held.get(record.key());
    if (last != null && Age.ORDER.compare(age, last) <= 0) {
      return; // Seen before: reading again changes nothing.
    }
    // Store the document and its age together, then go on. UNPUBLISHED is a value like any other:
    // remove the document from the store, keep the age.
    held.put(record.key(), age);
    ObjectNode line =
        JSON.createObjectNode()
            .put("partition", record.partition())
            .put("offset", Long.toString(record.offset()))
            .put("id", document.path("id").asText())
            .put("state", document.path("state").asText())
            .put("path", document.path("path").asText())
            .put("title", document.path("frontMatter").path("title").asText(null));
    line.set("headers", headers);
    System.out.println(line);
  }
}
