package org.curation.service.configuration;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;

/**
 * A checked configuration: each value of the sections that were asked for has its type. Immutable.
 *
 * <p>While a configuration that has problems is looked through for more, some keys are unread.
 */
public final class Configuration {
  private final Map<String, Object> values;
  private final Map<String, String> properties;
  private final Map<String, String> shown;
  private final Set<String> hidden;
  private final Set<String> unread;

  Configuration(
      Map<String, Object> values,
      Map<String, String> properties,
      Map<String, String> shown,
      Set<String> hidden,
      Set<String> unread) {
    this.unread = Set.copyOf(unread);
    this.hidden = Set.copyOf(hidden);
    this.values = Map.copyOf(values);
    this.properties = Map.copyOf(properties);
    this.shown = Map.copyOf(shown);
  }

  /**
   * The value of a key, given or standard; empty when there is neither.
   *
   * @throws UnreadKeyException when there is a problem with it that is told already
   */
  public <T> Optional<T> find(Key<T> key) {
    if (unread.contains(key.path())) {
      throw new UnreadKeyException(key.path());
    }
    return readable(key);
  }

  /** Whether a key has a value, readable or not. */
  public boolean has(Key<?> key) {
    return values.containsKey(key.path()) || unread.contains(key.path());
  }

  /** The value of a key; empty also when it can't be read. */
  @SuppressWarnings("unchecked") // the reader put in what the key's type made
  public <T> Optional<T> readable(Key<T> key) {
    return Optional.ofNullable((T) values.get(key.path()));
  }

  /**
   * The value of a key that is required or has a standard.
   *
   * @throws UserError when it has none, which the reading of its section would have told
   * @throws UnreadKeyException when there is a problem with it that is told already
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
