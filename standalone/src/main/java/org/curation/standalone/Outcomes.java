package org.curation.standalone;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.TopicPartition;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;
import org.curation.model.Publication;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.standalone.RunResult.Item;
import org.curation.standalone.RunResult.Outcome;

/** Reads from the topics what became of the curations of a run. */
final class Outcomes {
  private final KafkaConnection connection;
  private final Map<TopicPartition, Long> before;

  /** Remembers where the publications end before the run. */
  Outcomes(KafkaConnection connection) {
    this.connection = connection;
    this.before = new TopicReader(connection).ends(Topics.PUBLICATIONS.name());
  }

  /**
   * The outcome of each of these curations, and of all that changed since.
   *
   * @param letters those of the sink are about documents that the store refused
   */
  List<Item> of(Collection<CurationId> ids, List<OpenLetters.Letter> letters) {
    Map<CurationId, Publication> published = new TreeMap<>();
    Map<CurationId, String> locations = new TreeMap<>();
    new TopicReader(connection)
        .read(
            Topics.PUBLICATIONS.name(),
            Map.of(),
            message -> {
              Publication publication =
                  Topics.PUBLICATIONS.serde().deserializer().deserialize("", message.value());
              if (publication.outcome() == Publication.Outcome.REMOVED) {
                locations.remove(publication.id());
              } else {
                locations.put(publication.id(), publication.location());
              }
              TopicPartition place = new TopicPartition(message.topic(), message.partition());
              if (message.offset() >= before.getOrDefault(place, 0L)) {
                published.merge(publication.id(), publication, Outcomes::later);
              }
            });
    AcceptedIndex accepted = AcceptedIndex.load(connection);
    TreeSet<CurationId> all = new TreeSet<>(ids);
    all.addAll(published.keySet());
    List<Item> items = new ArrayList<>();
    Map<String, String> refused = new TreeMap<>();
    letters.stream()
        .filter(letter -> letter.stage().equals("sink"))
        .forEach(letter -> refused.put(letter.key(), letter.reason()));
    for (CurationId id : all) {
      String reason = refused.get(id.toString());
      if (reason != null) {
        items.add(deadLettered(id, reason, locations.getOrDefault(id, "")));
        continue;
      }
      items.add(
          item(
              id,
              Optional.ofNullable(published.get(id)),
              accepted.find(id),
              locations.getOrDefault(id, "")));
    }
    return items;
  }

  /** A document that was created and then updated in one run was created. */
  private static Publication later(Publication first, Publication second) {
    boolean keep =
        second.outcome() == Publication.Outcome.UNCHANGED
            || (first.outcome() == Publication.Outcome.CREATED
                && second.outcome() == Publication.Outcome.UPDATED);
    return keep ? first : second;
  }

  private static Item item(
      CurationId id,
      Optional<Publication> published,
      Optional<AcceptedCuration> accepted,
      String location) {
    if (published.isPresent()
        && published.get().outcome() != Publication.Outcome.UNCHANGED
        && !isDeadLettered(accepted)) {
      Publication publication = published.get();
      String why =
          publication.outcome() == Publication.Outcome.REMOVED
              ? accepted.map(AcceptedCuration::reason).map("  "::concat).orElse("")
              : "";
      return new Item(
          id, Outcome.valueOf(publication.outcome().name()), publication.location() + why);
    }
    if (accepted.isEmpty()) {
      return new Item(id, Outcome.WAITING, "not yet seen by enrichment");
    }
    AcceptedCuration state = accepted.get();
    String reason = state.reason() == null ? "" : state.reason();
    return switch (state.state()) {
      case PUBLISHED -> new Item(id, Outcome.UNCHANGED, location);
      case WAITING -> new Item(id, Outcome.WAITING, reason);
      case IGNORED -> new Item(id, Outcome.IGNORED, reason);
      case DELETED -> new Item(id, Outcome.DELETED, "deleted in the source");
      case DEAD_LETTERED -> deadLettered(id, reason, location);
    };
  }

  /** Readers may still see the document as it was. */
  private static Item deadLettered(CurationId id, String reason, String location) {
    return new Item(
        id,
        Outcome.DEAD_LETTERED,
        location.isEmpty()
            ? reason
            : "%s, still published as it was: %s".formatted(reason, location));
  }

  private static boolean isDeadLettered(Optional<AcceptedCuration> accepted) {
    return accepted
        .filter(state -> state.state() == AcceptedCuration.State.DEAD_LETTERED)
        .isPresent();
  }
}
