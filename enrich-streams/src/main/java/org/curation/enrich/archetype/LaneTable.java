package org.curation.enrich.archetype;

import java.util.List;
import java.util.Optional;

/** All lanes in order. Pure and unchangeable; safe for use by threads. */
public record LaneTable(List<Lane> lanes) {
  /** Copies the list. */
  public LaneTable {
    lanes = List.copyOf(lanes);
  }

  /** The first lane that takes a record; empty when none does. */
  public Optional<Lane> laneFor(LaneFacts facts) {
    return lanes.stream().filter(lane -> lane.match().matches(facts)).findFirst();
  }

  /** The lane of that name. */
  public Optional<Lane> named(String name) {
    return lanes.stream().filter(lane -> lane.name().equals(name)).findFirst();
  }
}
