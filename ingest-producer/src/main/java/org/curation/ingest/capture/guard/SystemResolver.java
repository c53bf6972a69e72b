package org.curation.ingest.capture.guard;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks the operating system. That call can neither be bounded nor be made on a virtual thread
 * without holding its carrier, so a few threads of its own make it.
 */
public final class SystemResolver implements Resolver {
  private static final int THREADS = 32;

  private final ExecutorService threads =
      Executors.newFixedThreadPool(
          THREADS, Thread.ofPlatform().name("capture-dns-", 0).daemon().factory());
  private final Duration patience;

  /** A resolver that waits for an answer for so long at most. */
  public SystemResolver(Duration patience) {
    this.patience = patience;
  }

  @Override
  public List<InetAddress> resolve(String host) throws UnknownHostException {
    Future<InetAddress[]> answer = threads.submit(() -> InetAddress.getAllByName(host));
    try {
      return List.of(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
    } catch (ExecutionException e) {
      throw new UnknownHostException("the name %s is not known".formatted(host));
    } catch (TimeoutException e) {
      throw new UnknownHostException(
          "looking up the name %s took longer than %d s".formatted(host, patience.toSeconds()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UnknownHostException("looking up the name %s was interrupted".formatted(host));
    } finally {
      answer.cancel(true);
    }
  }
}
