package org.curation.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a document looks as it does. Never published; shown by {@code curate explain}.
 *
 * @param origin where the newest accepted record was read
 * @param steps one for each decision that was taken, in order
 */
public record Provenance(
    @Nullable String origin, @Nullable String lane, @Nullable String archetype, List<Step> steps) {
  /**
   * One decision.
   *
   * @param what the field or stage that it is about
   * @param rule the named rule that decided
   * @param detail what it saw, for people
   */
  public record Step(String what, String rule, @Nullable String detail) {}

  /** Copies the list. */
  public Provenance {
    steps = steps == null ? List.of() : List.copyOf(steps);
  }
}
