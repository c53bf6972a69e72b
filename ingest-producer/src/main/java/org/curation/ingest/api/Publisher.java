package org.curation.ingest.api;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.curation.ingest.source.SourceItem;

/** Publishes; the future ends when brokers acknowledged everything. Safe for use by threads. */
interface Publisher extends AutoCloseable {
  CompletableFuture<Void> publish(List<? extends SourceItem> items);

  /** Why nothing can be published at the moment. */
  Optional<String> failing();

  @Override
  void close();
}
