package org.curation.sink;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.curation.model.CurationId;
import org.curation.model.topic.Topics;
import org.curation.sink.Decoded.Incoming;
import org.curation.sink.Decoded.Undecodable;
import org.curation.sink.DocumentImages.Found;
import org.curation.sink.store.Applied;
import org.curation.sink.store.PublishingStore;
import org.curation.sink.store.RefusedWriteException;
import org.curation.sink.store.Write;

/**
 * Brings one batch of records into the store: decode, take the newest of each curation, add images,
 * apply, publish the outcome, store the positions. Each step waits out outages; redoing any of it
 * is harmless. Not for use by several threads.
 */
final class BatchWriter {
  /** Image bytes that are held in memory at a time; a single document may have more. */
  private static final long MAX_IMAGE_BYTES = 32L * 1024 * 1024;

  private final PublishingStore store;
  private final DocumentImages images;
  private final Outbox outbox;
  private final SinkLetters letters;
  private final OpenRefusals refusals;
  private final PublicationRecords publications;
  private final Successors successors;
  private final Outages outages;
  private final SinkObservation observation;

  BatchWriter(
      PublishingStore store,
      DocumentImages images,
      Outbox outbox,
      SinkLetters letters,
      OpenRefusals refusals,
      PublicationRecords publications,
      Successors successors,
      Outages outages,
      SinkObservation observation) {
    this.observation = observation;
    this.store = store;
    this.images = images;
    this.outbox = outbox;
    this.letters = letters;
    this.refusals = refusals;
    this.publications = publications;
    this.successors = successors;
    this.outages = outages;
  }

  /** Writes a batch. When it returns, all of it is in the store or in the dead letters. */
  void write(Batch batch) throws InterruptedException {
    long start = System.nanoTime();
    outages.waitOut("reading dead letters", refusals::load);
    List<ProducerRecord<String, byte[]>> undecodable = new ArrayList<>();
    List<Incoming> rest = newest(decode(batch.current(), undecodable));
    decode(batch.overtaken(), undecodable);
    outages.waitOut("sending dead letters", () -> outbox.send(undecodable));
    observation.sent(undecodable);
    while (!rest.isEmpty()) {
      int done = outages.waitOut("writing documents", () -> writeSome(batch.epoch(), rest));
      rest.subList(0, done).clear();
    }
    outages.waitOut("storing positions", () -> store.commit(batch.nextOffsets()));
    observation.took(System.nanoTime() - start);
  }

  private List<Incoming> decode(
      List<ConsumerRecord<byte[], byte[]>> records,
      List<ProducerRecord<String, byte[]>> undecodable) {
    List<Incoming> documents = new ArrayList<>();
    for (ConsumerRecord<byte[], byte[]> each : records) {
      switch (DocumentDecoder.decode(each)) {
        case Incoming incoming -> documents.add(incoming);
        case Undecodable bad -> undecodable.add(letters.letter(each, bad.reason(), bad.message()));
      }
    }
    return documents;
  }

  private static List<Incoming> newest(List<Incoming> documents) {
    Map<CurationId, Incoming> newest = new LinkedHashMap<>();
    documents.forEach(each -> newest.merge(each.id(), each, (a, b) -> b.newerThan(a) ? b : a));
    return new ArrayList<>(newest.values());
  }

  /** Writes as many as memory allows; gives how many are done. */
  private int writeSome(Epoch epoch, List<Incoming> rest) throws IOException {
    List<ProducerRecord<String, byte[]>> outgoing = new ArrayList<>();
    Map<CurationId, Incoming> sources = new LinkedHashMap<>();
    List<Write> writes = new ArrayList<>();
    long bytes = 0;
    int done = 0;
    while (done < rest.size() && bytes < MAX_IMAGE_BYTES) {
      Incoming incoming = rest.get(done);
      done++;
      switch (images.find(incoming)) {
        case Found.Complete complete -> {
          bytes += size(complete.bytes().values());
          sources.put(incoming.id(), incoming);
          writes.add(new Write(incoming.document(), epoch.topicId(), complete.bytes()));
        }
        case Found.Missing missing -> outgoing.add(missing(incoming, missing));
        case Found.Overtaken overtaken -> {
          // The document that follows brings its own images.
        }
      }
    }
    List<Applied> applied = apply(epoch, writes, sources, outgoing);
    int partitions = applied.isEmpty() ? 0 : outbox.partitions(Topics.PUBLICATIONS.name());
    for (Applied each : applied) {
      Incoming incoming = sources.get(each.id());
      if (incoming != null) {
        outgoing.add(publications.published(each, incoming.source(), partitions));
        for (String letter : refusals.settledBy(each.id(), incoming.source())) {
          outgoing.add(letters.settled(letter));
        }
      }
    }
    outbox.send(outgoing);
    observation.sent(outgoing);
    for (Applied each : applied) {
      Incoming incoming = sources.get(each.id());
      if (incoming != null) {
        refusals.closed(each.id(), refusals.settledBy(each.id(), incoming.source()));
        observation.applied(each, incoming.source().timestamp());
      }
    }
    return done;
  }

  private List<Applied> apply(
      Epoch epoch,
      List<Write> writes,
      Map<CurationId, Incoming> sources,
      List<ProducerRecord<String, byte[]>> outgoing)
      throws IOException {
    Set<CurationId> lookedAt = new HashSet<>();
    while (!writes.isEmpty()) {
      try {
        return store.apply(List.copyOf(writes));
      } catch (RefusedWriteException e) {
        Incoming refused = sources.get(e.id());
        if (refused == null) {
          throw new IllegalStateException("the store refused what it was not given: " + e.id(), e);
        }
        CurationId owner = e.owner().orElse(null);
        if (owner == null
            || sources.containsKey(owner)
            || !lookedAt.add(owner)
            || !leaves(epoch, owner, writes, sources)) {
          sources.remove(e.id());
          writes.removeIf(write -> write.document().id().equals(e.id()));
          outgoing.add(refusal(refused, e.reason(), e.getMessage()));
        }
      }
    }
    return List.of();
  }

  /**
   * Partitions are read at their own pace: the owner of a place may have left it already, in a
   * record that was not read yet. Then that one is written in the same batch.
   */
  private boolean leaves(
      Epoch epoch, CurationId owner, List<Write> writes, Map<CurationId, Incoming> sources)
      throws IOException {
    Optional<Incoming> successor = successors.of(owner, epoch);
    if (successor.isPresent() && images.find(successor.get()) instanceof Found.Complete complete) {
      sources.put(owner, successor.get());
      writes.add(new Write(successor.get().document(), epoch.topicId(), complete.bytes()));
      return true;
    }
    return false;
  }

  private ProducerRecord<String, byte[]> missing(Incoming incoming, Found.Missing missing) {
    String message =
        "%s names the image \"%s\" with SHA-256 %s at %s partition %d offset %d, but it is neither there nor further on. Have it captured again, then redrive."
            .formatted(
                incoming.id(),
                missing.asset().name(),
                missing.asset().sha256(),
                Topics.IMAGES.name(),
                missing.asset().position().partition(),
                missing.asset().position().offset());
    return refusal(incoming, SinkLetters.IMAGE_MISSING, message);
  }

  private ProducerRecord<String, byte[]> refusal(Incoming refused, String reason, String message) {
    ProducerRecord<String, byte[]> letter = letters.letter(refused.source(), reason, message);
    refusals.add(refused.id().toString(), letter.key());
    return letter;
  }

  private static long size(Collection<byte[]> images) {
    return images.stream().mapToLong(image -> image.length).sum();
  }
}
