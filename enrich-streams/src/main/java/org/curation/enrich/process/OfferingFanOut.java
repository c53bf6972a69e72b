package org.curation.enrich.process;

import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Passes each offering change on; the sink's partitioner copies it to every partition. */
final class OfferingFanOut extends ContextualProcessor<byte[], byte[], byte[], byte[]> {
  @Override
  public void process(Record<byte[], byte[]> change) {
    context().forward(change, Names.FAN_OUT_SINK);
  }
}
