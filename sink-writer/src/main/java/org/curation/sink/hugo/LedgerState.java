package org.curation.sink.hugo;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.curation.model.CurationId;
import org.curation.sink.hugo.LedgerLine.Begun;
import org.curation.sink.hugo.LedgerLine.Position;
import org.curation.sink.store.TopicPartitionIdentity;
import org.jspecify.annotations.Nullable;

/** What the lines of a ledger add up to. */
final class LedgerState {
  private final Map<CurationId, Holding> holdings = new TreeMap<>();
  private final Map<TopicPartitionIdentity, Long> positions = new LinkedHashMap<>();
  private final Map<CurationId, Set<SitePath>> unfinished = new TreeMap<>();

  void add(LedgerLine line) {
    Holding holding = line.document();
    if (holding != null) {
      holdings.put(holding.id(), holding);
      unfinished.remove(holding.id());
    }
    List<Position> moved = line.positions();
    if (moved != null) {
      moved.forEach(position -> positions.put(position.identity(), position.offset()));
    }
    List<Begun> begin = line.begin();
    if (begin != null) {
      begin.forEach(
          begun ->
              unfinished
                  .computeIfAbsent(begun.id(), id -> new LinkedHashSet<>())
                  .addAll(begun.paths()));
    }
  }

  @Nullable Holding holding(CurationId id) {
    return holdings.get(id);
  }

  Collection<Holding> holdings() {
    return Collections.unmodifiableCollection(holdings.values());
  }

  @Nullable Long position(TopicPartitionIdentity partition) {
    return positions.get(partition);
  }

  Set<TopicPartitionIdentity> positions() {
    return Collections.unmodifiableSet(positions.keySet());
  }

  /** Files that may have been written for a curation without a line that says so. */
  Set<SitePath> unfinished(CurationId id) {
    return Collections.unmodifiableSet(unfinished.getOrDefault(id, Set.of()));
  }

  boolean finished() {
    return unfinished.isEmpty();
  }

  /** The fewest lines that add up to the same. */
  List<LedgerLine> lines() {
    List<LedgerLine> lines = new ArrayList<>();
    holdings.values().forEach(holding -> lines.add(LedgerLine.of(holding)));
    if (!unfinished.isEmpty()) {
      List<Begun> begun = new ArrayList<>();
      unfinished.forEach((id, paths) -> begun.add(new Begun(id, List.copyOf(paths))));
      lines.add(LedgerLine.begin(begun));
    }
    if (!positions.isEmpty()) {
      List<Position> moved = new ArrayList<>();
      positions.forEach((partition, offset) -> moved.add(Position.of(partition, offset)));
      lines.add(LedgerLine.positions(moved));
    }
    return lines;
  }
}
