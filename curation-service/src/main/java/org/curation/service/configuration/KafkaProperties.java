package org.curation.service.configuration;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.curation.service.Suggestion;

/** Properties of Kafka's clients that are passed through: what follows {@code kafka.} in a key. */
public final class KafkaProperties {
  /** Start of the keys. */
  public static final String PREFIX = "kafka.";

  private static final String VARIABLE = Key.ENVIRONMENT_PREFIX + "KAFKA_";
  private static final Pattern SECRET =
      Pattern.compile("password|secret|jaas|token|credential|[.]key$", Pattern.CASE_INSENSITIVE);

  /** What the programs rely on; another value would break a promise. */
  static final Set<String> OWN =
      Set.of(
          "client.id",
          "group.id",
          "group.instance.id",
          "group.protocol",
          "isolation.level",
          "enable.auto.commit",
          "auto.offset.reset",
          "allow.auto.create.topics",
          "enable.idempotence",
          "acks",
          "transactional.id",
          "transaction.timeout.ms",
          "key.serializer",
          "value.serializer",
          "key.deserializer",
          "value.deserializer",
          "application.id",
          "state.dir",
          "processing.guarantee",
          "num.stream.threads");

  private static final Set<String> NAMES = new TreeSet<>();
  private static final Set<String> PASSWORDS = new TreeSet<>();

  static {
    Map<String, ConfigDef.ConfigKey> known = new HashMap<>();
    known.putAll(ProducerConfig.configDef().configKeys());
    known.putAll(ConsumerConfig.configDef().configKeys());
    known.putAll(AdminClientConfig.configDef().configKeys());
    known.forEach(
        (name, key) -> {
          NAMES.add(name);
          if (key.type == ConfigDef.Type.PASSWORD) {
            PASSWORDS.add(name);
          }
        });
  }

  private KafkaProperties() {}

  /** Kafka's own spelling of the one key that has two. */
  static String named(String key) {
    return key.equals("kafka.bootstrap.servers") ? Keys.BOOTSTRAP_SERVERS.path() : key;
  }

  /** Whether a key is a client's property. */
  static boolean isOne(String key) {
    return key.startsWith(PREFIX)
        && key.length() > PREFIX.length()
        && !key.equals(Keys.BOOTSTRAP_SERVERS.path());
  }

  /** The key that an environment variable stands for, if it is for a client's property. */
  static Optional<String> keyOf(String variable) {
    return variable.startsWith(VARIABLE) && variable.length() > VARIABLE.length()
        ? Optional.of(
            named(
                PREFIX
                    + variable
                        .substring(VARIABLE.length())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '.')))
        : Optional.empty();
  }

  /**
   * What is wrong with a key, if something is. Names that Kafka doesn't know may be a plug-in's.
   */
  static Optional<String> problem(String key) {
    String name = key.substring(PREFIX.length());
    if (OWN.contains(name)) {
      return Optional.of("is set by the programs themselves; remove it");
    }
    if (NAMES.contains(name)) {
      return Optional.empty();
    }
    return Suggestion.nearest(name, NAMES)
        .filter(nearest -> Suggestion.distance(name, nearest) <= 2)
        .map(
            nearest ->
                "unknown property of Kafka's clients; did you mean \"%s%s\"?"
                    .formatted(PREFIX, nearest));
  }

  /** Whether a value must not be shown. */
  static boolean isSecret(String key) {
    String name = key.substring(PREFIX.length());
    return PASSWORDS.contains(name) || SECRET.matcher(name).find();
  }
}
