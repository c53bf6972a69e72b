package org.curation.standalone.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * SIGTERM or Ctrl-C as a latch. The process ends when {@link #ended} was called, with its code: a
 * stop that was asked for is a success, whatever signal asked for it.
 */
final class StopSignal {
  private final CountDownLatch stop = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger code = new AtomicInteger(Exit.FAILED);

  private StopSignal() {}

  /** Listens from now on. */
  static StopSignal listen() {
    StopSignal signal = new StopSignal();
    Runtime.getRuntime().addShutdownHook(new Thread(signal::end, "curate-stop"));
    return signal;
  }

  /** Opens when it is time to stop. */
  CountDownLatch latch() {
    return stop;
  }

  /** All is closed. */
  int ended(int with) {
    code.set(with);
    ended.countDown();
    return with;
  }

  private void end() {
    stop.countDown();
    try {
      ended.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(code.get());
  }
}
