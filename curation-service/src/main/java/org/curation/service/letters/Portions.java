package org.curation.service.letters;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Gathers letters into portions that fit one transaction, and keeps to a rate. For use by one
 * thread.
 */
final class Portions {
  private static final int MOST_LETTERS = 200;
  private static final long MOST_BYTES = 12L * 1024 * 1024;
  private static final double SECOND = 1e9;

  private final double rate;
  private final Consumer<List<Open>> each;
  private final long start = System.nanoTime();
  private List<Open> portion = new ArrayList<>();
  private long bytes;
  private long taken;

  /** A letter with its record. */
  record Open(Letter letter, ConsumerRecord<byte[], byte[]> message) {}

  /**
   * Gathers.
   *
   * @param rate most letters in a second; 0 for as fast as it goes
   */
  Portions(double rate, Consumer<List<Open>> each) {
    this.rate = rate;
    this.each = each;
  }

  void add(Letter letter, ConsumerRecord<byte[], byte[]> message) {
    portion.add(new Open(letter, message));
    bytes += letter.bytes();
    if (portion.size() >= most() || bytes >= MOST_BYTES) {
      flush();
    }
  }

  /** Passes on what is left. */
  void finish() {
    if (!portion.isEmpty()) {
      flush();
    }
  }

  private void flush() {
    List<Open> full = portion;
    portion = new ArrayList<>();
    bytes = 0;
    taken += full.size();
    each.accept(full);
    keepPace();
  }

  private void keepPace() {
    if (rate <= 0) {
      return;
    }
    long due = start + (long) (taken / rate * SECOND);
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  private int most() {
    return rate <= 0 ? MOST_LETTERS : (int) Math.max(1, Math.min(MOST_LETTERS, rate));
  }
}
