package org.curation.enrich.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/** Whose time comes when. Keys are the time in milliseconds, NUL, curation id. */
final class WakeUpStore {
  private static final char END = '\0';
  private static final byte[] PRESENT = {};

  private final KeyValueStore<String, byte[]> store;

  WakeUpStore(KeyValueStore<String, byte[]> store) {
    this.store = store;
  }

  /**
   * A curation and its time.
   *
   * @param at in milliseconds since the epoch
   */
  record WakeUp(long at, CurationId id) {}

  void replace(CurationId id, @Nullable Instant before, @Nullable Instant after) {
    if (Objects.equals(before, after)) {
      return;
    }
    if (before != null) {
      store.delete(key(before.toEpochMilli(), id));
    }
    if (after != null) {
      store.put(key(after.toEpochMilli(), id), PRESENT);
    }
  }

  /** Those whose time has come, the longest waiting first; at most so many. */
  List<WakeUp> due(long now, int most) {
    List<WakeUp> due = new ArrayList<>();
    try (KeyValueIterator<String, byte[]> entries =
        store.range(null, time(now) + (char) (END + 1))) {
      while (entries.hasNext() && due.size() < most) {
        String key = entries.next().key;
        int end = key.indexOf(END);
        due.add(
            new WakeUp(
                Long.parseLong(key.substring(0, end)), CurationId.parse(key.substring(end + 1))));
      }
    }
    return due;
  }

  void forget(WakeUp wakeUp) {
    store.delete(key(wakeUp.at(), wakeUp.id()));
  }

  private static String key(long at, CurationId id) {
    return time(at) + END + id;
  }

  /** Years from 1970 to 2099 only, so the number is positive and sorts as text. */
  private static String time(long at) {
    return "%019d".formatted(Math.max(0, at));
  }
}
