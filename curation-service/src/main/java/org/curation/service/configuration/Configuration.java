package org.curation.service.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;

/**
 * A checked configuration: each value of the sections that were asked for has its type. Immutable.
 */
public final class Configuration {
  private final Map<String, Object> values;
  private final Map<String, String> properties;
  private final Map<String, String> shown;
  private final Set<String> hidden;

  Configuration(
      Map<String, Object> values,
      Map<String, String> properties,
      Map<String, String> shown,
      Set<String> hidden) {
    this.hidden = Set.copyOf(hidden);
    this.values = Map.copyOf(values);
    this.properties = Map.copyOf(properties);
    this.shown = Map.copyOf(shown);
  }

  /** The value of a key, given or standard; empty when there is neither. */
  @SuppressWarnings("unchecked") // the reader put in what the key's type made
  public <T> Optional<T> find(Key<T> key) {
    return Optional.ofNullable((T) values.get(key.path()));
  }

  /**
   * The value of a key that is required or has a standard.
   *
   * @throws UserError when it has none, which the reading of its section would have told
   */
  public <T> T get(Key<T> key) {
    return find(key).orElseThrow(() -> new UserError(key.path() + " is missing"));
  }

  /** The cluster and how to talk to it. */
  public KafkaConnection connection() {
    return new KafkaConnection(get(Keys.BOOTSTRAP_SERVERS).replaceAll("\\s", ""), properties);
  }

  /** Replication of new topics; empty for the cluster's default. */
  public Optional<Short> replication() {
    return find(Keys.REPLICATION).map(Integer::shortValue);
  }

  /** What counts, by key, for a log: secrets and what references brought in are hidden. */
  public Map<String, String> shown() {
    return new TreeMap<>(shown);
  }

  /** A text in which no hidden value is left; for messages that come from elsewhere. */
  public String withoutSecrets(String text) {
    String clean = text;
    for (String secret : hidden) {
      clean = clean.replace(secret, ConfigurationReader.HIDDEN);
    }
    return clean;
  }

  /** Without values, which may be secrets. */
  @Override
  public String toString() {
    return "Configuration" + new TreeMap<>(shown).keySet();
  }
}
