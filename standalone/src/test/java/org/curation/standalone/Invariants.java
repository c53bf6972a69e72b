package org.curation.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Publication;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.standalone.GeneratedRecords.Expected;

/**
 * Looks, when a pipeline is at rest, for everything that must never be: a record that is lost,
 * published twice or not as it was told, a step back, half a file. Names each curation that is
 * wrong.
 */
final class Invariants {
  private final KafkaConnection connection;
  private final GeneratedRecords given;
  private final List<String> broken = new ArrayList<>();

  private Invariants(KafkaConnection connection, GeneratedRecords given) {
    this.connection = connection;
    this.given = given;
  }

  /**
   * What is wrong; nothing, if all is well.
   *
   * @param site root of the Hugo site
   * @param ledger of the store
   */
  static List<String> broken(
      KafkaConnection connection, GeneratedRecords given, Path site, Path ledger) {
    Invariants check = new Invariants(connection, given);
    check.raw();
    check.accepted();
    Map<CurationId, Document> newest = check.documents();
    check.publications(newest);
    check.letters();
    check.broken.addAll(StoreInvariants.broken(newest.values(), site, ledger));
    return check.broken;
  }

  /** Each item's newest version was taken in. */
  private void raw() {
    Map<CurationId, Long> highest = new TreeMap<>();
    each(Topics.RAW, (message, raw) -> highest.merge(raw.id(), raw.version().number(), Math::max));
    Map<CurationId, Long> expected = new TreeMap<>();
    given.expected().forEach((id, item) -> expected.put(id, item.number()));
    different("newest version in curation.raw", expected, highest);
  }

  /** Each item is in the state that its records lead to, and never went back. */
  private void accepted() {
    Map<CurationId, AcceptedCuration> newest = new TreeMap<>();
    each(
        Topics.ACCEPTED,
        (message, accepted) -> {
          AcceptedCuration before = newest.put(accepted.id(), accepted);
          if (before != null && accepted.version().compareTo(before.version()) < 0) {
            broken.add("%s went back from %s to %s".formatted(at(message), before, accepted));
          }
        });
    Map<CurationId, String> states = new TreeMap<>();
    newest.forEach((id, item) -> states.put(id, item.state() + " " + item.version()));
    Map<CurationId, String> expected = new TreeMap<>();
    given.expected().forEach((id, item) -> expected.put(id, item.state() + " 0." + item.number()));
    different("state in curation.accepted", expected, states);
  }

  /** Documents only go forward, each says something new, and the right ones are published. */
  private Map<CurationId, Document> documents() {
    Map<CurationId, Document> newest = new TreeMap<>();
    each(
        Topics.DOCUMENTS,
        (message, document) -> {
          Document before = newest.put(document.id(), document);
          if (before == null) {
            return;
          }
          if (document.version().compareTo(before.version()) < 0
              || document.revision() <= before.revision()) {
            broken.add(
                "%s has version %s revision %d after version %s revision %d"
                    .formatted(
                        at(message),
                        document.version(),
                        document.revision(),
                        before.version(),
                        before.revision()));
          }
          if (document.state() == before.state()
              && document.contentHash().equals(before.contentHash())) {
            broken.add(at(message) + " says what was said before");
          }
          if (!document.documentId().equals(before.documentId())) {
            broken.add(at(message) + " has another document id than before");
          }
        });
    Map<CurationId, Boolean> visible = new TreeMap<>();
    newest.forEach((id, it) -> visible.put(id, it.state() == Document.State.PUBLISHED));
    visible.values().removeIf(it -> !it);
    Map<CurationId, Boolean> expected = new TreeMap<>();
    given.expected().forEach((id, item) -> expected.put(id, item.visible()));
    expected.values().removeIf(it -> !it);
    different("published in curation.documents", expected, visible);
    return newest;
  }

  /** What the store told is what it was given last; it never went back, and created once. */
  private void publications(Map<CurationId, Document> documents) {
    Map<CurationId, Publication> newest = new TreeMap<>();
    each(
        Topics.PUBLICATIONS,
        (message, told) -> {
          Publication before = newest.put(told.id(), told);
          if (before == null) {
            return;
          }
          Comparator<Publication> age =
              Comparator.comparing(Publication::version).thenComparing(Publication::revision);
          if (age.compare(told, before) < 0) {
            broken.add("%s went back from %s to %s".formatted(at(message), before, told));
          }
          if (told.outcome() == Publication.Outcome.CREATED
              && before.outcome() != Publication.Outcome.REMOVED) {
            broken.add("%s was created again: %s after %s".formatted(at(message), told, before));
          }
        });
    Map<CurationId, String> expected = new TreeMap<>();
    Map<CurationId, String> told = new TreeMap<>();
    documents.forEach(
        (id, document) -> {
          Publication publication = newest.get(id);
          if (document.state() == Document.State.PUBLISHED || publication != null) {
            expected.put(id, document.contentHash());
          }
        });
    newest.forEach((id, publication) -> told.put(id, publication.contentHash()));
    different("content in curation.publications", expected, told);
  }

  /** One open letter for each item and file that can't be published, and none besides. */
  private void letters() {
    Map<String, String> expected = new TreeMap<>();
    given.brokenFiles().forEach(id -> expected.put(id, "open"));
    for (Map.Entry<CurationId, Expected> item : given.expected().entrySet()) {
      if (item.getValue().state() == State.DEAD_LETTERED) {
        expected.put(item.getKey().toString(), "open");
      }
    }
    Map<String, String> open = new TreeMap<>();
    for (OpenLetters.Letter letter : OpenLetters.read(connection)) {
      String about = letter.stage().equals("ingest") ? letter.id() : letter.key();
      if (open.put(about, "open") != null) {
        broken.add("several open letters about " + about);
      }
    }
    different("open dead letters", expected, open);
  }

  private <K extends Comparable<K>, V> void different(
      String what, Map<K, V> expected, Map<K, V> found) {
    Set<K> all = new TreeSet<>(expected.keySet());
    all.addAll(found.keySet());
    for (K id : all) {
      V wanted = expected.get(id);
      V there = found.get(id);
      if (wanted == null || !wanted.equals(there)) {
        broken.add("%s: %s, expected %s, found %s".formatted(what, id, wanted, there));
      }
    }
  }

  private <V> void each(TopicSpec<V> topic, Reader<? super V> reader) {
    new TopicReader(connection)
        .read(
            topic.name(),
            Map.of(),
            message ->
                reader.read(
                    message,
                    topic.serde().deserializer().deserialize(topic.name(), message.value())));
  }

  private static String at(ConsumerRecord<String, byte[]> message) {
    return "%s: %s-%d offset %d"
        .formatted(message.key(), message.topic(), message.partition(), message.offset());
  }

  private interface Reader<V> {
    void read(ConsumerRecord<String, byte[]> message, V value);
  }
}
