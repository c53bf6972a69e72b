package org.curation.service.letters;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.curation.model.topic.Topics;
import org.curation.service.letters.NewestOfKey.Found;
import org.curation.service.letters.NewestOfKey.Place;
import org.curation.service.letters.NewestOfKey.RecordPlace;
import org.jspecify.annotations.Nullable;

/**
 * Looks after records that were sent to compacted topics: when a newer one of the key slipped in
 * between the look and the sending, compaction would keep the older one, so the newer one is sent
 * again. For use by one thread.
 */
final class Overtaken {
  private final NewestOfKey topics;
  private final LetterTransactions transactions;
  private final Clock clock;
  private final Map<Place, Newness> last = new HashMap<>();
  private final List<RecordPlace> ours = new ArrayList<>();

  Overtaken(NewestOfKey topics, LetterTransactions transactions, Clock clock) {
    this.topics = topics;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Notes a record that was sent; those of topics that aren't compacted need no care. */
  void sent(Resend resend, @Nullable Newness newness, RecordMetadata place) {
    if (newness != null && Redriving.isCompacted(resend.spec())) {
      note(Place.of(resend), newness, place.offset());
    }
  }

  private void note(Place place, Newness newness, long offset) {
    last.put(place, new Newness(newness.version(), newness.revision(), offset));
    ours.add(new RecordPlace(place.partition(), offset));
  }

  /**
   * Sends again what was overtaken, until nothing was.
   *
   * @param looked where the partitions ended when they were looked at
   */
  void repair(Map<TopicPartition, Long> looked) {
    Map<TopicPartition, Long> from = looked;
    while (!last.isEmpty()) {
      Found found = topics.find(last.keySet(), from, ours);
      List<Place> places = new ArrayList<>();
      List<Newness> newer = new ArrayList<>();
      List<ProducerRecord<byte[], byte[]>> again = new ArrayList<>();
      found
          .newest()
          .forEach(
              (place, newness) -> {
                Newness mine = last.get(place);
                if (mine != null && isLost(place, newness, mine)) {
                  topics
                      .fetch(place.partition(), newness.offset())
                      .map(this::again)
                      .ifPresent(
                          record -> {
                            again.add(record);
                            places.add(place);
                            newer.add(newness);
                          });
                }
              });
      if (again.isEmpty()) {
        return;
      }
      List<RecordMetadata> sent = transactions.send(again);
      last.keySet().retainAll(places);
      for (int i = 0; i < places.size(); i++) {
        note(places.get(i), newer.get(i), sent.get(i).offset());
      }
      from = found.ends();
    }
  }

  /** Whether compaction would take a newer record for one of ours. */
  private static boolean isLost(Place place, Newness other, Newness mine) {
    boolean document = place.partition().topic().equals(Topics.DOCUMENTS.name());
    return other.offset() < mine.offset() && (!document || other.overtakes(mine));
  }

  private ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> message) {
    return LetterRecords.again(message, clock.instant());
  }
}
