package org.curation.enrich.archetype;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which records a lane takes: those for which each fact that is named here fits one of its
 * patterns. Without any it takes all.
 */
public record LaneMatch(Map<Fact, List<Glob>> patterns) {
  /** What a record can be told by. */
  public enum Fact {
    SOURCE("source", LaneFacts::source),
    PROJECT("project", LaneFacts::project),
    TYPE("type", LaneFacts::type),
    STATUS("status", LaneFacts::status),
    COLLECTION("collection", LaneFacts::collection);

    private final String key;
    private final Function<LaneFacts, @Nullable String> value;

    Fact(String key, Function<LaneFacts, @Nullable String> value) {
      this.key = key;
      this.value = value;
    }

    String key() {
      return key;
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
              String value = entry.getKey().value.apply(facts);
              String known = value == null ? "" : value;
              return entry.getValue().stream().anyMatch(glob -> glob.matches(known));
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
