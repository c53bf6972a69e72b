package org.curation.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why a document looks as it does. Never published; shown by {@code curate explain}.
 *
 * @param origin where the newest accepted record was read
 * @param steps one for each decision that was taken, in order
 * @param fields how the values of the document came about, each value once
 */
public record Provenance(
    @Nullable String origin,
    @Nullable String lane,
    @Nullable String archetype,
    List<Step> steps,
    List<Field> fields) {
  /**
   * One decision.
   *
   * @param what the field or stage that it is about
   * @param rule the named rule that decided
   * @param detail what it saw, for people
   */
  public record Step(String what, String rule, @Nullable String detail) {}

  /**
   * How one value came about.
   *
   * @param field name of the value, as placeholders name it: {@code link.href}, {@code description}
   * @param value as chosen, shortened; null when there is none
   * @param rule the named rule that chose
   * @param source where the value was read; null when the rule says it
   * @param changes what was done to it, in order
   * @param others what else could have been chosen
   */
  public record Field(
      String field,
      @Nullable String value,
      String rule,
      @Nullable String source,
      List<Change> changes,
      List<Candidate> others) {
    /** Copies the lists. */
    public Field {
      changes = changes == null ? List.of() : List.copyOf(changes);
      others = others == null ? List.of() : List.copyOf(others);
    }
  }

  /**
   * One change of a value.
   *
   * @param rule the named rule that changed it
   * @param before what it changed, shortened; a fingerprint where it could tell who a reader is
   * @param after what became of it; null when it was removed
   */
  public record Change(String rule, @Nullable String before, @Nullable String after) {}

  /**
   * A value that was not chosen.
   *
   * @param source where it was read
   * @param value shortened
   * @param reason why it was not chosen; null when a better one was there
   */
  public record Candidate(String source, String value, @Nullable String reason) {}

  /** Copies the lists. */
  public Provenance {
    steps = steps == null ? List.of() : List.copyOf(steps);
    // Records from before fields were told have none.
    fields = fields == null ? List.of() : List.copyOf(fields);
  }
}
