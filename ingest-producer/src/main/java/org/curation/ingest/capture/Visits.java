package org.curation.ingest.capture;

import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.curation.ingest.capture.Fetched.Validators;
import org.curation.ingest.capture.HostQueue.Plan;
import org.curation.model.CanonicalJson;
import org.curation.model.CaptureRequest;
import org.jspecify.annotations.Nullable;

/**
 * The fetches that are on the way, each on a thread of its own. Images are decoded by few at once:
 * pixels take far more memory than bytes. Started and awaited by one thread.
 */
final class Visits implements AutoCloseable {
  private static final int DECODING_AT_ONCE = 2;

  private final Fetcher fetcher;
  private final Clock clock;
  private final ExecutorService threads =
      Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("capture-", 0).factory());
  private final Semaphore decoding = new Semaphore(DECODING_AT_ONCE);
  private final LinkedBlockingQueue<Ended> ended = new LinkedBlockingQueue<>();
  private int inFlight;

  /**
   * A fetch that is over.
   *
   * @param error what broke this process rather than the fetch; null for nothing
   */
  record Ended(Plan plan, Visit visit, @Nullable Error error) {}

  Visits(Fetcher fetcher, Clock clock) {
    this.fetcher = fetcher;
    this.clock = clock;
  }

  int inFlight() {
    return inFlight;
  }

  /** Begins to fetch. */
  void start(Plan plan) {
    CaptureRequest request = plan.link().request();
    Known known = plan.link().known();
    inFlight++;
    threads.execute(() -> ended.add(run(plan, request, known)));
  }

  /**
   * The next one that is over.
   *
   * @return null when there is none within this time
   */
  @Nullable Ended await(long millis) {
    try {
      Ended next = millis == 0 ? ended.poll() : ended.poll(millis, TimeUnit.MILLISECONDS);
      if (next == null) {
        return null;
      }
      inFlight--;
      if (next.error() != null) {
        throw next.error();
      }
      return next;
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    }
  }

  /** Interrupts what is on the way; nobody waits for it. */
  @Override
  public void close() {
    threads.shutdownNow();
  }

  private Ended run(Plan plan, CaptureRequest request, @Nullable Known known) {
    try {
      return new Ended(plan, visit(request, known), null);
    } catch (Error e) {
      return new Ended(plan, Visit.failed(String.valueOf(e), clock.instant()), e);
    } catch (InterruptedException | RuntimeException e) {
      // One resource must never stop the others; the health says what happened.
      return new Ended(plan, Visit.failed("fetching failed: " + e, clock.instant()), null);
    }
  }

  private Visit visit(CaptureRequest request, @Nullable Known known) throws InterruptedException {
    Validators validators = known == null ? Validators.NONE : known.validators();
    Fetched fetched = fetcher.fetch(request, validators);
    if (!(fetched instanceof Fetched.Bytes bytes)) {
      return new Visit(fetched, null, null, clock.instant());
    }
    String sha256 = CanonicalJson.sha256(bytes.body());
    Fetched light =
        new Fetched.Bytes(new byte[0], bytes.contentType(), bytes.validators(), bytes.reply());
    if (known != null && sha256.equals(known.sha256())) {
      return new Visit(light, sha256, null, clock.instant());
    }
    decoding.acquire();
    try {
      return new Visit(light, sha256, Answer.of(request, bytes, clock.instant()), clock.instant());
    } finally {
      decoding.release();
    }
  }
}
