package org.curation.service.configuration;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** The catalogue of all keys. Kafka's own properties come on top: {@link KafkaProperties}. */
public final class Keys {
  private static final String NAME = "[A-Za-z0-9._-]{1,100}";
  private static final KeyType<String> INSTANCE =
      KeyType.text("a name of letters, digits, dots, dashes and underscores", NAME);
  private static final KeyType<Integer> PORT = KeyType.number(0, 65_535);
  private static final Duration DAY = Duration.ofDays(1);

  public static final Key<String> BOOTSTRAP_SERVERS =
      Key.required(
          "kafka.bootstrap-servers",
          KeyType.text(
              "host:port, several with commas between", "[^\\s,]+:[0-9]+(,\\s*[^\\s,]+:[0-9]+)*"),
          "Where the cluster is.");

  public static final Key<Integer> PARTITIONS =
      Key.standard(
          "topics.partitions",
          KeyType.number(1, 1000),
          "4",
          "How many partitions each topic has; all topics have the same number.");
  public static final Key<Integer> REPLICATION =
      Key.optional(
          "topics.replication",
          KeyType.number(1, 100),
          "How many brokers hold each record of a topic that is created. Without it the cluster's default counts.");
  public static final Key<Boolean> CREATE_TOPICS =
      Key.standard(
          "topics.create",
          KeyType.truth(),
          "true",
          "Whether a program creates missing topics when it starts. With false it waits, not ready, until they are there.");

  public static final Key<String> HTTP_HOST =
      Key.standard(
          "http.host",
          KeyType.text(),
          "127.0.0.1",
          "The address that health and metrics are served on. 0.0.0.0 serves all interfaces; there is no log-in, so keep it inside.");
  public static final Key<Integer> HTTP_PORT =
      Key.optional(
          "http.port",
          PORT,
          "The port of health and metrics; 0 takes a free one and logs it. Without it each program has its own: ingest 8081, capture 8082, enrich 8083, sink 8084.");

  public static final Key<Duration> GRACE =
      Key.standard(
          "shutdown.grace",
          KeyType.span(Duration.ofSeconds(1), Duration.ofMinutes(10)),
          "30s",
          "How long a program may take to stop after SIGTERM. What is in hand then is left for the next start; nothing is lost.");

  public static final Key<String> LOG_FORMAT =
      Key.standard(
          "log.format",
          KeyType.choice("json", "text"),
          "json",
          "Form of the log on standard output: one JSON object for each line, or text for people.");
  public static final Key<String> LOG_LEVEL =
      Key.standard(
          "log.level",
          KeyType.choice("error", "warn", "info", "debug"),
          "info",
          "The least important level that our own classes log.");
  public static final Key<String> LOG_KAFKA_LEVEL =
      Key.standard(
          "log.kafka-level",
          KeyType.choice("off", "error", "warn", "info", "debug"),
          "warn",
          "The same for Kafka's clients and other libraries.");

  public static final Key<Path> INGEST_PATH =
      Key.optional(
          "ingest.directory.path", KeyType.path(), "A folder of saved records that is read.");
  public static final Key<Duration> INGEST_EVERY =
      Key.standard(
          "ingest.directory.every",
          KeyType.span(Duration.ZERO, DAY),
          "60s",
          "How long to wait before the folder is looked at again. It is read again when a file came, went or changed. 0s reads it once.");
  public static final Key<Boolean> INGEST_MIRROR =
      Key.standard(
          "ingest.directory.mirror",
          KeyType.truth(),
          "false",
          "Whether items that are no longer listed are deleted.");
  public static final Key<Integer> INGEST_MIRROR_LIMIT =
      Key.standard(
          "ingest.directory.mirror-limit",
          KeyType.number(0, 100),
          "20",
          "The most that one reading may delete, in percent of the known items; ten always may be.");
  public static final Key<Path> INGEST_PUBLISHED =
      Key.optional(
          "ingest.published",
          KeyType.path(),
          "An already published site. Its document ids, addresses and places are imported at the start, before any record is sent; start ingest before enrich then.");
  public static final Key<String> INGEST_WEBHOOK_SECRET =
      Key.secret(
          "ingest.webhook-secret",
          KeyType.text(),
          "The secret that signs saved webhook payloads. Without it no signed payload is believed.");
  public static final Key<Integer> INGEST_HTTP_PORT = port("ingest", 8081);

  public static final Key<Path> CAPTURE_RECORDED =
      Key.optional(
          "capture.recorded",
          KeyType.path(),
          "A folder of recorded pages and images that capture requests are answered from, instead of the network.");
  public static final Key<String> CAPTURE_INSTANCE = instance("capture");
  public static final Key<Integer> CAPTURE_HTTP_PORT = port("capture", 8082);

  public static final Key<Path> ENRICH_SITE =
      Key.required("enrich.site", KeyType.path(), "The folder of lanes.yaml and the archetypes.");
  public static final Key<Path> ENRICH_STATE =
      Key.required(
          "enrich.state",
          KeyType.path(),
          "A folder for local state, of this instance alone. It may be thrown away; it is rebuilt from the brokers.");
  public static final Key<String> ENRICH_INSTANCE = instance("enrich");
  public static final Key<Integer> ENRICH_THREADS =
      Key.standard(
          "enrich.threads",
          KeyType.number(1, 64),
          "1",
          "How many threads of this instance share the partitions.");
  public static final Key<Integer> ENRICH_HTTP_PORT = port("enrich", 8083);

  public static final Key<Path> SINK_STORE =
      Key.required(
          "sink.store", KeyType.path(), "The root of the Hugo site that documents are written to.");
  public static final Key<Path> SINK_LEDGER =
      Key.optional(
          "sink.ledger",
          KeyType.path(),
          "The folder that remembers what the store holds. Keep it with the site. Without it: beside the store, with .ledger at the end of its name.");
  public static final Key<Integer> SINK_HTTP_PORT = port("sink", 8084);

  /** All of them, in the order of the reference page. */
  public static final List<Key<?>> ALL =
      Stream.of(
              List.<Key<?>>of(
                  BOOTSTRAP_SERVERS,
                  PARTITIONS,
                  REPLICATION,
                  CREATE_TOPICS,
                  HTTP_HOST,
                  HTTP_PORT,
                  GRACE,
                  LOG_FORMAT,
                  LOG_LEVEL,
                  LOG_KAFKA_LEVEL,
                  INGEST_PATH,
                  INGEST_EVERY,
                  INGEST_MIRROR,
                  INGEST_MIRROR_LIMIT,
                  INGEST_PUBLISHED,
                  INGEST_WEBHOOK_SECRET),
              OpenProjectKeys.ALL,
              ApiKeys.ALL,
              DropmarkKeys.ALL,
              OfferingKeys.ALL,
              List.<Key<?>>of(INGEST_HTTP_PORT, CAPTURE_RECORDED),
              CaptureKeys.ALL,
              List.<Key<?>>of(
                  CAPTURE_INSTANCE,
                  CAPTURE_HTTP_PORT,
                  ENRICH_SITE,
                  ENRICH_STATE,
                  ENRICH_INSTANCE,
                  ENRICH_THREADS,
                  ENRICH_HTTP_PORT,
                  SINK_STORE,
                  SINK_LEDGER,
                  SINK_HTTP_PORT))
          .<Key<?>>flatMap(List::stream)
          .toList();

  private Keys() {}

  private static Key<String> instance(String section) {
    return Key.standard(
        section + ".instance",
        INSTANCE,
        "0",
        "The name of this instance among those of its program, the same after a restart. Two that run with one name stop each other.");
  }

  private static Key<Integer> port(String section, int standard) {
    return Key.optional(
        section + ".http-port",
        PORT,
        "The port of health and metrics of this program. Without it http.port counts, else %d."
            .formatted(standard));
  }
}
