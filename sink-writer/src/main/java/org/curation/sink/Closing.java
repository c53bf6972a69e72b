package org.curation.sink;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The wish to stop, once uttered. Safe for use by threads. */
final class Closing {
  private final CountDownLatch wished = new CountDownLatch(1);

  void wish() {
    wished.countDown();
  }

  boolean wished() {
    return wished.getCount() == 0;
  }

  /** Waits for the wish; false when the time is over without it. */
  boolean await(Duration longest) throws InterruptedException {
    return wished.await(longest.toMillis(), TimeUnit.MILLISECONDS);
  }

  /**
   * For loops that wait for something else.
   *
   * @throws GivenUpException once the wish is there
   */
  void check(String what) {
    if (wished()) {
      throw new GivenUpException(what);
    }
  }
}
