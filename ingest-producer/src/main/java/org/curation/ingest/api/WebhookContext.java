package org.curation.ingest.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.openproject.WorkPackageContext;
import org.curation.ingest.openproject.WorkPackageSchema;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;

/**
 * Resolves contexts, but waits only a moment: what can't be had by then is left for the poller.
 * Safe for use by threads.
 */
final class WebhookContext implements AutoCloseable {
  private static final int LOOKUPS = 32;

  /** Knows nothing. */
  static final Surroundings UNKNOWN =
      new Surroundings() {
        @Override
        public Optional<WorkPackageSchema> schema(String href) {
          return Optional.empty();
        }

        @Override
        public Optional<ProjectRef> project(String href) {
          return Optional.empty();
        }

        @Override
        public Optional<List<AttachmentRef>> attachments(CurationId id) {
          return Optional.empty();
        }
      };

  private final Supplier<? extends Surroundings> around;
  private final Duration patience;
  private final Semaphore lookups = new Semaphore(LOOKUPS);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  WebhookContext(Supplier<? extends Surroundings> around, Duration patience) {
    this.around = around;
    this.patience = patience;
  }

  /**
   * A context, and whether all of the surroundings were asked in time.
   *
   * @param complete false when the same event may be told better later
   */
  record Resolved(CurationContext context, boolean complete) {}

  /**
   * The context as far as it can be had.
   *
   * @throws MalformedRecordException when embedded attachments have no id
   */
  Resolved of(WorkPackage item) {
    if (lookups.tryAcquire()) {
      Future<Resolved> asked =
          threads.submit(
              () -> {
                try {
                  Surroundings known = around.get();
                  CurationContext context = WorkPackageContext.of(item, known);
                  return new Resolved(context, known.isComplete());
                } finally {
                  lookups.release();
                }
              });
      try {
        return asked.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (TimeoutException | ExecutionException e) {
        asked.cancel(true);
      } catch (InterruptedException e) {
        asked.cancel(true);
        Thread.currentThread().interrupt();
      }
    }
    return new Resolved(WorkPackageContext.of(item, UNKNOWN), false);
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
