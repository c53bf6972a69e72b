package org.curation.enrich.process;

import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.curation.enrich.document.Effect;
import org.curation.model.topic.EventHeaders;
import org.curation.service.metrics.StageObserver;

/**
 * Passes each offering change on; the sink's partitioner copies it to every partition. A change
 * that could not be written again becomes a dead letter here.
 */
final class OfferingFanOut extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  private static final List<String> KEPT =
      List.of(
          EventHeaders.SPEC_VERSION,
          EventHeaders.ID,
          EventHeaders.SOURCE,
          EventHeaders.TYPE,
          EventHeaders.SUBJECT,
          EventHeaders.TIME,
          EventHeaders.CONTENT_TYPE,
          EventHeaders.TRACE_PARENT);
  private static final int MAX_HEADER = 1024;
  private static final int MAX_KEY = 1024;

  private final Observation observation;

  @SuppressWarnings("NullAway.Init") // set in init
  private Emitter letters;

  OfferingFanOut(StageObserver observer) {
    this.observation = new Observation(observer);
  }

  @Override
  public void init(ProcessorContext<byte[], byte[]> context) {
    super.init(context);
    letters = new Emitter(context, Names.OFFERING_LETTERS_SINK, observation);
  }

  @Override
  public void process(Record<byte[], byte[]> change) {
    Input input = Input.of(context().recordMetadata().orElseThrow(), change);
    Optional<Effect.Reject> refusal = refusal(input);
    if (refusal.isPresent()) {
      letters.emit(refusal.get(), input);
    } else {
      context().forward(change.withHeaders(own(change.headers())), Names.FAN_OUT_SINK);
    }
  }

  private static Optional<Effect.Reject> refusal(Input input) {
    return input.key() != null && input.key().length > MAX_KEY
        ? Optional.of(
            new Effect.Reject(
                "not-decodable",
                "The key of %s has %d bytes; expected the number of an offering."
                    .formatted(input.origin(), input.key().length)))
        : SizeLimits.input(input);
  }

  /** Headers of the contract in sane sizes; foreign ones could make the copy too large. */
  private static Headers own(Headers headers) {
    RecordHeaders own = new RecordHeaders();
    for (String name : KEPT) {
      Header header = headers.lastHeader(name);
      if (header != null && header.value() != null && header.value().length <= MAX_HEADER) {
        own.add(header);
      }
    }
    return own;
  }
}
