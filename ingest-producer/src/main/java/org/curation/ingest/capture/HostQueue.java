package org.curation.ingest.capture;

import java.util.ArrayDeque;
import java.util.Deque;

/** What one host is to be asked for, in order. Belongs to one thread. */
final class HostQueue {
  /** A plan for a link; void once the link has another ticket. */
  record Plan(Link link, int ticket) {
    boolean isMeant() {
      return link.ticket() == ticket;
    }
  }

  private final String host;
  private final HostBreaker breaker;
  private final Deque<Plan> ready = new ArrayDeque<>();
  private int inFlight;
  private boolean queued;

  HostQueue(String host, HostBreaker breaker) {
    this.host = host;
    this.breaker = breaker;
  }

  String host() {
    return host;
  }

  HostBreaker breaker() {
    return breaker;
  }

  Deque<Plan> ready() {
    return ready;
  }

  void began() {
    inFlight++;
  }

  void ended() {
    inFlight--;
  }

  boolean hasRoom(int perHost) {
    return inFlight < breaker.allowance(perHost);
  }

  /** Whether it can be forgotten. */
  boolean isSpent(long now) {
    return ready.isEmpty() && inFlight == 0 && breaker.isFresh(now);
  }

  /** Marks it as waiting for its turn; false when it was already. */
  boolean queue() {
    boolean fresh = !queued;
    queued = true;
    return fresh;
  }

  void unqueue() {
    queued = false;
  }
}
