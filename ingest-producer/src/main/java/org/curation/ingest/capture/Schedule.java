package org.curation.ingest.capture;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.curation.ingest.capture.HostQueue.Plan;

/**
 * What is to be fetched when. Hosts take turns, each in the order of its requests; no host has more
 * fetches on the way than allowed, and one that is left alone delays nobody else. Knows neither
 * Kafka nor a clock: times are epoch milliseconds that the caller passes. Belongs to one thread.
 */
final class Schedule {
  private final CapturePolicy policy;
  private final PriorityQueue<Timed> timed =
      new PriorityQueue<>(Comparator.comparingLong(Timed::due).thenComparingLong(Timed::order));
  private final Map<String, HostQueue> hosts = new HashMap<>();
  private final Deque<HostQueue> turns = new ArrayDeque<>();
  private List<Link> deferred = new ArrayList<>();
  private long order;
  private int ready;

  private record Timed(long due, long order, Plan plan) {}

  Schedule(CapturePolicy policy) {
    this.policy = policy;
  }

  /** Plans a link; an earlier plan for it is void. */
  void at(long due, Link link) {
    int ticket = link.newTicket();
    if (due != Timing.NEVER) {
      timed.add(new Timed(due, order++, new Plan(link, ticket)));
    }
  }

  /** Makes the plan for a link void, also when it is on the way. */
  void forget(Link link) {
    link.newTicket();
  }

  /**
   * What to fetch now, if there is something that may be; the caller says when it {@link #ended}.
   */
  Optional<Plan> next(long now) {
    release(now);
    while (!turns.isEmpty()) {
      HostQueue host = turns.remove();
      host.unqueue();
      dropVoid(host);
      if (host.breaker().holds(now)) {
        defer(host);
      } else if (!host.ready().isEmpty() && host.hasRoom(policy.perHost())) {
        ready--;
        Plan plan = host.ready().remove();
        host.began();
        takeTurn(host);
        return Optional.of(plan);
      }
      forgetIfSpent(host, now);
    }
    return Optional.empty();
  }

  /**
   * A fetch is over.
   *
   * @param lesson told to the host's breaker
   */
  void ended(String name, Consumer<HostBreaker> lesson, long now) {
    HostQueue host = host(name);
    host.ended();
    lesson.accept(host.breaker());
    takeTurn(host);
    forgetIfSpent(host, now);
  }

  /** The links that were put off since the last call, because their host is left alone. */
  List<Link> deferred() {
    if (deferred.isEmpty()) {
      return List.of();
    }
    List<Link> taken = deferred;
    deferred = new ArrayList<>();
    return taken;
  }

  /** Whether something is due that its host does not forbid. */
  boolean hasDue(long now) {
    release(now);
    return ready > 0;
  }

  /** When something is due next; {@link Timing#NEVER} for nothing. */
  long nextDue() {
    Timed first = timed.peek();
    return first == null ? Timing.NEVER : first.due();
  }

  private void release(long now) {
    for (Timed first = timed.peek(); first != null && first.due() <= now; first = timed.peek()) {
      timed.remove();
      Plan plan = first.plan();
      if (!plan.isMeant()) {
        continue;
      }
      HostQueue host = host(plan.link().host());
      if (host.breaker().holds(now)) {
        defer(host, plan);
      } else {
        host.ready().add(plan);
        ready++;
        takeTurn(host);
      }
    }
  }

  private void dropVoid(HostQueue host) {
    for (Plan plan = host.ready().peek();
        plan != null && !plan.isMeant();
        plan = host.ready().peek()) {
      host.ready().remove();
      ready--;
    }
  }

  private void defer(HostQueue host) {
    for (Plan plan = host.ready().poll(); plan != null; plan = host.ready().poll()) {
      ready--;
      if (plan.isMeant()) {
        defer(host, plan);
      }
    }
  }

  private void defer(HostQueue host, Plan plan) {
    timed.add(new Timed(host.breaker().until(), order++, plan));
    deferred.add(plan.link());
  }

  private void takeTurn(HostQueue host) {
    if (!host.ready().isEmpty() && host.queue()) {
      turns.add(host);
    }
  }

  private HostQueue host(String name) {
    return hosts.computeIfAbsent(
        name, fresh -> new HostQueue(fresh, new HostBreaker(policy.failuresToOpen())));
  }

  private void forgetIfSpent(HostQueue host, long now) {
    if (host.isSpent(now)) {
      hosts.remove(host.host());
    }
  }
}
