package org.curation.sink;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RetriableException;
import org.curation.model.CurationId;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.service.letters.LetterFilter;
import org.curation.service.letters.LetterTopic;
import org.curation.sink.store.RefusedWriteException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The open letters about documents that could not be written, by curation. A later document of the
 * same curation settles them when the store takes it. Letters about what was no document at all are
 * not among them: somebody has to look at those. Memory grows with the number of letters. For use
 * by one thread.
 */
final class OpenRefusals {
  private static final Logger LOG = LoggerFactory.getLogger(OpenRefusals.class);

  /** Why a document is not written. */
  private static final Set<String> REASONS =
      Set.of(
          SinkLetters.IMAGE_MISSING,
          RefusedWriteException.UNSAFE_PATH,
          RefusedWriteException.PATH_TAKEN,
          RefusedWriteException.ADDRESS_TAKEN);

  /** Reads the letters of earlier lives of this sink. */
  @FunctionalInterface
  interface Earlier {
    /** Tells of each letter its curation and its id. */
    void visit(OpenRefusals into);
  }

  private final Earlier earlier;
  private @Nullable Map<String, Set<String>> open;

  OpenRefusals(Earlier earlier) {
    this.earlier = earlier;
  }

  /** Those that a cluster holds. */
  static OpenRefusals of(KafkaConnection connection) {
    LetterFilter filter =
        new LetterFilter(Set.of(), SinkLetters.STAGE, null, Topics.DOCUMENTS.name(), null, null);
    return new OpenRefusals(
        into -> {
          try (LetterTopic letters = new LetterTopic(connection)) {
            letters.visit(
                filter,
                false,
                (letter, message) -> {
                  if (letter.key() != null && REASONS.contains(letter.reason())) {
                    into.add(letter.key(), letter.id());
                  }
                });
          }
        });
  }

  /**
   * Reads what earlier lives left; a second call does nothing.
   *
   * @throws RetriableException when the brokers are away
   */
  void load() {
    if (open != null) {
      return;
    }
    open = new HashMap<>();
    try {
      earlier.visit(this);
    } catch (RetriableException e) {
      open = null;
      throw e;
    } catch (KafkaException e) {
      LOG.atWarn()
          .setCause(e)
          .log(
              "the sink may not read {}: its letters stay open until somebody decides",
              Topics.DEAD_LETTERS.name());
    }
  }

  /** A document was refused. */
  void add(String curation, String letterId) {
    if (open != null) {
      open.computeIfAbsent(curation, none -> new TreeSet<>()).add(letterId);
    }
  }

  /** The letters that are settled now that the store has taken a record. */
  List<String> settledBy(CurationId id, ConsumerRecord<byte[], byte[]> source) {
    if (open == null || open.isEmpty()) {
      return List.of();
    }
    List<String> settled = new ArrayList<>();
    for (String letter : open.getOrDefault(id.toString(), Set.of())) {
      if (!isLater(letter, source)) {
        settled.add(letter);
      }
    }
    return settled;
  }

  /** The letters of a curation were closed. */
  void closed(CurationId id, Collection<String> letterIds) {
    if (open != null && !letterIds.isEmpty()) {
      open.computeIfPresent(
          id.toString(),
          (curation, letters) -> {
            letters.removeAll(letterIds);
            return letters.isEmpty() ? null : letters;
          });
    }
  }

  /** A record that was read again, after a crash, settles nothing that came after it. */
  private static boolean isLater(String letterId, ConsumerRecord<byte[], byte[]> source) {
    String partition =
        DeadLetterHeaders.letterId(SinkLetters.STAGE, source.topic(), source.partition(), 0);
    String place = partition.substring(0, partition.length() - 1);
    return letterId.startsWith(place)
        && Long.parseLong(letterId.substring(place.length())) > source.offset();
  }
}
