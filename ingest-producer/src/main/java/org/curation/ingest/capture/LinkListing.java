package org.curation.ingest.capture;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.kafka.common.errors.SerializationException;
import org.curation.ingest.source.TopicSnapshot;
import org.curation.model.LinkHealth;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;

/** How the captured links are at this moment. */
public final class LinkListing {
  private static final JsonSerde<LinkHealth> HEALTH = JsonSerde.of(LinkHealth.class);

  private LinkListing() {}

  /**
   * Reads the health of links, in the order of their keys.
   *
   * @param chosen which
   * @throws org.apache.kafka.common.KafkaException when the cluster does not answer
   */
  public static List<LinkHealth> read(KafkaConnection connection, Predicate<LinkHealth> chosen) {
    Map<String, byte[]> newest = new HashMap<>();
    TopicSnapshot.read(
        connection,
        Topics.LINK_HEALTH.name(),
        message -> {
          if (message.key() == null) {
            return;
          }
          // The same key may lie in two partitions while a link moves to another host.
          String key =
              message.partition() + "|" + new String(message.key(), StandardCharsets.UTF_8);
          if (message.value() == null) {
            newest.remove(key);
          } else {
            newest.put(key, message.value());
          }
        });
    List<LinkHealth> links = new ArrayList<>();
    // There may be hundreds of thousands: bytes go as soon as they are read.
    for (Iterator<byte[]> values = newest.values().iterator(); values.hasNext(); values.remove()) {
      decoded(values.next()).filter(chosen).ifPresent(links::add);
    }
    links.sort(Comparator.comparing(link -> link.key().toString()));
    return links;
  }

  /** What can't be read tells nothing; the worker replaces it. */
  private static Optional<LinkHealth> decoded(byte[] value) {
    try {
      return Optional.of(HEALTH.read(value));
    } catch (SerializationException e) {
      return Optional.empty();
    }
  }
}
