package org.curation.enrich.archetype;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Which records a lane takes: those for which each fact that is named here fits one of its
 * patterns. Without any it takes all.
 */
public record LaneMatch(Map<Fact, List<Glob>> patterns) {
  /** What a record can be told by. */
  public enum Fact {
    SOURCE,
    PROJECT,
    TYPE,
    STATUS,
    COLLECTION;

    /** The name in {@code lanes.yaml}. */
    String key() {
      return name().toLowerCase(Locale.ROOT);
    }

    private String of(LaneFacts facts) {
      String value =
          switch (this) {
            case SOURCE -> facts.source();
            case PROJECT -> facts.project();
            case TYPE -> facts.type();
            case STATUS -> facts.status();
            case COLLECTION -> facts.collection();
          };
      return value == null ? "" : value;
    }
  }

  /** Copies the map. */
  public LaneMatch {
    Map<Fact, List<Glob>> copy = new EnumMap<>(Fact.class);
    patterns.forEach((fact, globs) -> copy.put(fact, List.copyOf(globs)));
    patterns = Collections.unmodifiableMap(copy);
  }

  /** Whether a record is taken. */
  public boolean matches(LaneFacts facts) {
    return patterns.entrySet().stream()
        .allMatch(
            entry -> {
              String value = entry.getKey().of(facts);
              return entry.getValue().stream().anyMatch(glob -> glob.matches(value));
            });
  }

  /** Whether everything that the other takes is surely taken by this one. */
  boolean covers(LaneMatch other) {
    return patterns.entrySet().stream()
        .allMatch(
            entry -> {
              List<Glob> others = other.patterns.get(entry.getKey());
              return others == null
                  ? entry.getValue().stream().anyMatch(glob -> glob.text().equals("*"))
                  : others.stream()
                      .allMatch(it -> entry.getValue().stream().anyMatch(g -> g.covers(it)));
            });
  }
}
