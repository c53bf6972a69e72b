package org.curation.standalone;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiConsumer;
import org.apache.kafka.common.TopicPartition;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Publication;
import org.curation.model.topic.Partitioning;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.jspecify.annotations.Nullable;

/**
 * What the topics hold about one curation.
 *
 * @param accepted its newest outcome; null when enrichment never saw it
 * @param document its newest document; null when it never had one
 * @param publications what the stores did with it, by their names
 */
public record Explained(
    CurationId id,
    @Nullable AcceptedCuration accepted,
    @Nullable Document document,
    List<Publication> publications) {

  /** Copies the list. */
  public Explained {
    publications = List.copyOf(publications);
  }

  /** Reads the one partition of each topic that holds the curation. */
  public static Explained read(KafkaConnection connection, CurationId id) {
    Map<String, Publication> publications = new TreeMap<>();
    new Reading(connection, id)
        .each(
            Topics.PUBLICATIONS,
            (key, publication) -> {
              if (key.startsWith(id + "|")) {
                publications.put(key, publication);
              }
            });
    return new Explained(
        id,
        new Reading(connection, id).newest(Topics.ACCEPTED).orElse(null),
        new Reading(connection, id).newest(Topics.DOCUMENTS).orElse(null),
        List.copyOf(publications.values()));
  }

  private record Reading(KafkaConnection connection, CurationId id) {
    <V> Optional<V> newest(TopicSpec<V> spec) {
      AtomicReference<V> newest = new AtomicReference<>();
      each(
          spec,
          (key, value) -> {
            if (key.equals(id.toString())) {
              newest.set(value);
            }
          });
      return Optional.ofNullable(newest.get());
    }

    <V> void each(TopicSpec<V> spec, BiConsumer<String, V> each) {
      TopicReader reader = new TopicReader(connection);
      Map<TopicPartition, Long> ends = reader.ends(spec.name());
      int partition = Partitioning.forCuration(id, ends.size());
      // What lies in other partitions is about other curations.
      ends.keySet().removeIf(other -> other.partition() == partition);
      reader.read(
          spec.name(),
          ends,
          record -> {
            if (record.key() != null && record.value() != null) {
              each.accept(
                  record.key(),
                  spec.serde().deserializer().deserialize(spec.name(), record.value()));
            }
          });
    }
  }
}
