package org.curation.ingest.source;

import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.Version;
import org.curation.service.DeadLetter;
import org.curation.service.KafkaConnection;

/**
 * Publishes everything that a source tells. For use once, by one thread.
 *
 * <p>Records are sent by an idempotent producer and must be acknowledged by all replicas; the first
 * that is not fails the run. A record that is too large becomes a dead letter instead.
 */
public final class IngestRun {
  private final Source source;
  private final LongConsumer progress;
  private final Clock clock;
  private final Supplier<Producer<String, byte[]>> producers;

  private final IngestReport.Counter skipped = new IngestReport.Counter();
  private final IngestReport.Counter rejected = new IngestReport.Counter();
  private final IngestReport.Counter deadLettered = new IngestReport.Counter();
  private final Map<CurationId, Version> curations = new TreeMap<>();
  private long read;
  private long records;
  private long offerings;
  private long withdrawn;
  private long counted;

  /**
   * A run that is ready to start.
   *
   * @param progress told, on the calling thread, how much of what was read is settled: acknowledged
   *     by the brokers, or counted
   */
  public IngestRun(KafkaConnection connection, Source source, LongConsumer progress) {
    this(
        () ->
            new KafkaProducer<>(
                connection.producer("ingest"), new StringSerializer(), new ByteArraySerializer()),
        source,
        progress,
        Clock.systemUTC());
  }

  IngestRun(
      Supplier<Producer<String, byte[]>> producers,
      Source source,
      LongConsumer progress,
      Clock clock) {
    this.producers = producers;
    this.source = source;
    this.progress = progress;
    this.clock = clock;
  }

  /**
   * Reads the source to its end.
   *
   * @return after everything was acknowledged
   * @throws PublishException when a record was not acknowledged
   * @throws org.curation.service.UserError when the source can't be read at all
   */
  public IngestReport run() {
    try (AcknowledgedProducer out = new AcknowledgedProducer(producers.get())) {
      source.read(
          item -> {
            take(item, out);
            progress.accept(counted + out.acknowledged());
          });
      out.flush();
      progress.accept(counted + out.acknowledged());
    }
    return new IngestReport(
        read,
        skipped.tallies(),
        rejected.tallies(),
        deadLettered.tallies(),
        records,
        curations,
        offerings,
        withdrawn);
  }

  private void take(SourceItem item, AcknowledgedProducer out) {
    read++;
    Outgoing outgoing = Outgoing.of(item, clock.instant());
    if (outgoing.message() == null) {
      counted++;
    } else {
      out.send(outgoing.message());
    }
    DeadLetter letter = outgoing.letter();
    if (letter != null) {
      deadLettered.add(letter.reason(), letter.origin(), letter.message());
      return;
    }
    switch (item) {
      case SourceItem.Curation told -> {
        records++;
        RawCuration raw = told.raw();
        curations.merge(raw.id(), raw.version(), BinaryOperator.maxBy(Version::compareTo));
      }
      case SourceItem.OfferingItem told -> offerings++;
      case SourceItem.OfferingWithdrawn told -> withdrawn++;
      case SourceItem.Rejected told -> rejected.add(told.reason(), told.origin(), told.message());
      case SourceItem.Skipped told -> skipped.add(told.reason(), told.origin(), "");
      case SourceItem.Undecodable told -> {}
    }
  }
}
