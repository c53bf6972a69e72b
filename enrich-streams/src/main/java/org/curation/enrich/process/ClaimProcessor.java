package org.curation.enrich.process;

import java.util.Optional;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.curation.enrich.claim.ClaimBook;
import org.curation.enrich.document.Effect;
import org.curation.model.Claim;
import org.curation.model.ClaimResult;
import org.curation.model.topic.Topics;
import org.curation.service.metrics.StageObserver;
import org.jspecify.annotations.Nullable;

/** Decides who has a name. All claims to one name meet in one task. */
final class ClaimProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private final Observation observation;

  @SuppressWarnings("NullAway.Init") // set in init
  private Emitter emitter;

  @SuppressWarnings("NullAway.Init")
  private ClaimBook book;

  ClaimProcessor(StageObserver observer) {
    this.observation = new Observation(observer);
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    emitter = new Emitter(context, Names.CLAIM_LETTERS_SINK, observation);
    book = new ClaimBook(new ClaimStore(context));
  }

  @Override
  public void process(Record<byte[], byte[]> message) {
    Input input = Input.of(context().recordMetadata().orElseThrow(), message);
    try {
      Optional<Effect.Reject> refusal = CurationProcessor.refusal(input);
      if (refusal.isPresent()) {
        emitter.emit(refusal.get(), input);
        return;
      }
      for (ClaimResult result : book.take(claim(message.value()))) {
        emitter.answer(result, input);
      }
    } catch (SerializationException | IllegalArgumentException e) {
      emitter.emit(new Effect.Reject("not-decodable", String.valueOf(e.getMessage())), input);
    }
  }

  private static Claim claim(byte @Nullable [] value) {
    if (value == null) {
      throw new IllegalArgumentException(
          "a claim must have a value; releasing one is a record too");
    }
    return Topics.CLAIMS.serde().deserializer().deserialize(Topics.CLAIMS.name(), value);
  }
}
