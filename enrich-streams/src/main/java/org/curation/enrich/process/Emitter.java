package org.curation.enrich.process;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.curation.enrich.document.Effect;
import org.curation.model.ClaimResult;
import org.curation.model.OfferingRound;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.OriginalBytes;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/** Forwards effects as records of their topics. Belongs to one processor, hence to one thread. */
final class Emitter {
  private static final String STAGE = "enrich";

  private final ProcessorContext<byte[], byte[]> context;
  private final String lettersSink;
  private final Observation observation;

  /**
   * Forwards to the sinks of a processor.
   *
   * @param lettersSink the processor's own sink of dead letters
   */
  Emitter(ProcessorContext<byte[], byte[]> context, String lettersSink, Observation observation) {
    this.context = context;
    this.lettersSink = lettersSink;
    this.observation = observation;
  }

  void emit(Effect effect, Input input) {
    observation.saw(effect, input);
    switch (effect) {
      case Effect.Publish publish ->
          forward(
              Names.DOCUMENTS_SINK,
              Topics.DOCUMENTS,
              publish.document().id().toString(),
              publish.document().version() + "/" + publish.document().revision(),
              publish.document(),
              input);
      case Effect.Pin pin ->
          forward(
              Names.IDENTITIES_SINK,
              Topics.IDENTITIES,
              pin.identity().id().toString(),
              pin.identity().documentId() + "/" + pin.identity().addresses().size(),
              pin.identity(),
              input);
      case Effect.Accept accept ->
          forward(
              Names.ACCEPTED_SINK,
              Topics.ACCEPTED,
              accept.accepted().id().toString(),
              accept.accepted().version() + "/" + accept.accepted().state(),
              accept.accepted(),
              input);
      case Effect.Request ask ->
          forward(
              Names.REQUESTS_SINK,
              Topics.CAPTURE_REQUESTS,
              ask.request().key().toString(),
              Long.toString(ask.request().number()),
              ask.request(),
              input);
      case Effect.CancelRequest cancel -> cancel(cancel, input);
      case Effect.Stake stake ->
          forward(
              Names.CLAIMS_SINK,
              Topics.CLAIMS,
              stake.claim().name() + "|" + stake.claim().claimant(),
              Long.toString(stake.claim().number()),
              stake.claim(),
              input);
      case Effect.Reject reject ->
          letter(
              new Letter(input.letterId(), input.origin(), input.key(), input.value()),
              reject.reason(),
              reject.message(),
              input);
      case Effect.RejectRecord reject ->
          letter(Letter.about(reject), reject.reason(), reject.message(), input);
      case Effect.Resolve resolved -> resolve(resolved.letterId(), input);
    }
  }

  void answer(ClaimResult result, Input input) {
    forward(
        Names.CLAIM_RESULTS_SINK,
        Topics.CLAIM_RESULTS,
        result.claimant() + "|" + result.name(),
        result.number() + "/" + result.owned(),
        result,
        input);
  }

  /** Asks this task for a round. */
  void ask(OfferingRound round, int partition, Input input) {
    forward(
        Names.ROUNDS_SINK,
        Topics.OFFERING_ROUNDS,
        Integer.toString(partition),
        Long.toString(round.number()),
        round,
        input);
  }

  private <V> void forward(
      String sink, TopicSpec<V> spec, String key, String eventId, V value, Input input) {
    byte[] bytes = spec.serde().serializer().serialize(spec.name(), value);
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers, key + "/" + eventId, "/enrich-streams", spec, key, input.time(), input.trace());
    if (spec == Topics.CLAIMS || spec == Topics.CLAIM_RESULTS) {
      // A record that was redriven may fail again only when its claims are answered.
      DeadLetterHeaders.carryOver(input.headers(), headers);
    }
    forward(sink, key, bytes, headers, input);
  }

  /** Hands the sink the URL, which says the partition; what is written is empty. */
  private void cancel(Effect.CancelRequest cancel, Input input) {
    String key = cancel.key().toString();
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        key + "/cancelled/" + input.letterId(),
        "/enrich-streams",
        Topics.CAPTURE_REQUESTS,
        key,
        input.time(),
        input.trace());
    byte[] url = cancel.url().getBytes(StandardCharsets.UTF_8);
    forward(Names.CANCELLATIONS_SINK, key, url, headers, input);
  }

  /** What a dead letter is about. */
  @SuppressWarnings("ArrayRecordComponent") // carried, never compared
  private record Letter(String id, String origin, byte @Nullable [] key, byte[] value) {
    /** The record as it was understood: its own bytes passed long ago. */
    static Letter about(Effect.RejectRecord reject) {
      return new Letter(
          reject.letterId(),
          reject.letterId().substring(reject.letterId().indexOf('/') + 1),
          reject.record().id().toString().getBytes(StandardCharsets.UTF_8),
          Topics.RAW.serde().serializer().serialize(Topics.RAW.name(), reject.record()));
    }
  }

  private void letter(Letter letter, String reason, String message, Input input) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        letter.id(),
        "/enrich-streams",
        Topics.DEAD_LETTERS,
        letter.origin(),
        input.time(),
        input.trace());
    DeadLetterHeaders.write(
        headers, STAGE, reason, message, letter.origin(), Instant.ofEpochMilli(input.timestamp()));
    DeadLetterHeaders.carryOver(input.headers(), headers);
    byte[] value = OriginalBytes.keep(headers, letter.key(), letter.value());
    forward(lettersSink, letter.id(), value, headers, input);
  }

  private void resolve(String letterId, Input input) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        letterId + "/resolved",
        "/enrich-streams",
        Topics.DEAD_LETTERS,
        letterId,
        input.time(),
        input.trace());
    EventHeaders.set(headers, DeadLetterHeaders.DECISION, DeadLetterHeaders.RESOLVED);
    EventHeaders.set(headers, DeadLetterHeaders.DECIDED_BY, "enrich-streams");
    forward(lettersSink, letterId, new byte[0], headers, input);
  }

  private void forward(String sink, String key, byte[] value, Headers headers, Input input) {
    context.forward(
        new Record<>(key.getBytes(StandardCharsets.UTF_8), value, input.timestamp(), headers),
        sink);
  }
}
