package org.curation.enrich.process;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.curation.enrich.document.Effect;
import org.curation.model.topic.DeadLetterHeaders;
import org.curation.model.topic.EventHeaders;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;

/** Forwards effects as records of their topics. Belongs to one processor, hence to one thread. */
final class Emitter {
  private static final String STAGE = "enrich";

  private final ProcessorContext<byte[], byte[]> context;
  private final Observation observation;

  Emitter(ProcessorContext<byte[], byte[]> context, Observation observation) {
    this.context = context;
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
      case Effect.Reject reject -> letter(reject.reason(), reject.message(), input);
      case Effect.Resolve resolved -> resolve(resolved.letterId(), input);
    }
  }

  private <V> void forward(
      String sink, TopicSpec<V> spec, String key, String eventId, V value, Input input) {
    byte[] bytes = spec.serde().serializer().serialize(spec.name(), value);
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers, key + "/" + eventId, "/enrich-streams", spec, key, input.time(), input.trace());
    forward(sink, key, bytes, headers, input);
  }

  private void letter(String reason, String message, Input input) {
    RecordHeaders headers = new RecordHeaders();
    EventHeaders.write(
        headers,
        input.letterId(),
        "/enrich-streams",
        Topics.DEAD_LETTERS,
        input.origin(),
        input.time(),
        input.trace());
    DeadLetterHeaders.write(
        headers, STAGE, reason, message, input.origin(), Instant.ofEpochMilli(input.timestamp()));
    if (input.key() != null) {
      headers.add(DeadLetterHeaders.ORIGINAL_KEY, input.key());
    }
    forward(Names.LETTERS_SINK, input.letterId(), input.value(), headers, input);
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
    EventHeaders.set(headers, DeadLetterHeaders.DECISION, "resolved");
    EventHeaders.set(headers, DeadLetterHeaders.DECIDED_BY, "enrich-streams");
    forward(Names.LETTERS_SINK, letterId, new byte[0], headers, input);
  }

  private void forward(String sink, String key, byte[] value, Headers headers, Input input) {
    context.forward(
        new Record<>(
            key.getBytes(java.nio.charset.StandardCharsets.UTF_8),
            value,
            input.timestamp(),
            headers),
        sink);
  }
}
