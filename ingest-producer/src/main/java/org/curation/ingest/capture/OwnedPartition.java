package org.curation.ingest.capture;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One partition of requests that this worker owns: the newest request of each key, and how far
 * requests were answered. First it is loaded: nothing of it is due before everything is known.
 * Belongs to one thread.
 */
final class OwnedPartition {
  private final Map<String, Link> links = new HashMap<>();
  private final Map<String, Known> health = new HashMap<>();
  private final TreeSet<Long> unsettled = new TreeSet<>();
  private final long end;
  private long next;
  private long committed;
  private boolean requestsKnown;
  private boolean healthKnown;
  private boolean loaded;

  /**
   * A partition of which nothing is known yet.
   *
   * @param end where its requests end at this moment
   * @param committed up to where requests were answered
   */
  OwnedPartition(long end, long committed) {
    this.end = end;
    this.committed = committed;
  }

  /** Says that everything before an offset was read. */
  void readTo(long position) {
    requestsKnown |= position >= end;
  }

  void healthIsKnown() {
    healthKnown = true;
  }

  void learn(String key, @Nullable Known known) {
    if (known == null) {
      health.remove(key);
    } else {
      health.put(key, known);
    }
  }

  boolean isLoaded() {
    return loaded;
  }

  boolean canBeLoaded() {
    return !loaded && requestsKnown && healthKnown;
  }

  /**
   * Joins what was asked for and what is known.
   *
   * @return keys of which something is known and nobody wants anything any more
   */
  List<String> load() {
    loaded = true;
    for (Link link : links.values()) {
      link.learn(health.remove(link.key()));
      if (!link.awaited()) {
        settled(link);
      }
    }
    List<String> orphans = List.copyOf(health.keySet());
    health.clear();
    return orphans;
  }

  /** Whether a record that was read is new, and not only read again. */
  boolean isNews(long offset) {
    return offset >= committed;
  }

  /** A record was read. */
  void passed(long offset) {
    next = offset + 1;
  }

  /** A request was read; gives the earlier one of the same key. */
  @Nullable Link put(Link link) {
    if (isNews(link.place().offset())) {
      unsettled.add(link.place().offset());
    }
    Link before = links.put(link.key(), link);
    if (before != null) {
      settled(before);
    }
    return before;
  }

  /** A request was withdrawn; gives it. */
  @Nullable Link remove(String key) {
    Link before = links.remove(key);
    if (before != null) {
      settled(before);
    }
    return before;
  }

  /** A request was answered, put off, or overtaken. */
  void settled(Link link) {
    unsettled.remove(link.place().offset());
  }

  Collection<Link> links() {
    return links.values();
  }

  /** The offset before which every request was settled. */
  long settledTo() {
    return Math.max(committed, unsettled.isEmpty() ? next : unsettled.first());
  }

  boolean hasProgress() {
    return loaded && settledTo() > committed;
  }

  void committed(long offset) {
    committed = offset;
  }
}
