package org.curation.enrich.gate;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a lane says about which of its items are published, and when.
 *
 * @param statuses which statuses are published
 * @param types which types are published
 * @param from when publication begins; null for at once
 * @param until when publication ends; null for never
 * @param zone where a day begins when a date names no time
 */
public record PublicationRule(
    Allowed statuses, Allowed types, @Nullable When from, @Nullable When until, ZoneId zone) {
  /** Everything is published at once and for ever. */
  public static final PublicationRule ALWAYS =
      new PublicationRule(Allowed.ALL, Allowed.ALL, null, null, ZoneOffset.UTC);

  /**
   * Which values pass.
   *
   * @param shown the patterns as they stand in the lane, for messages
   * @param test says whether a value passes; it gets the empty text for an unknown value
   */
  public record Allowed(List<String> shown, Predicate<String> test) {
    /** Everything passes. */
    public static final Allowed ALL = new Allowed(List.of(), value -> true);

    /** Copies the list. */
    public Allowed {
      shown = List.copyOf(shown);
    }
  }

  /** Where a date comes from. */
  public sealed interface When {
    /** The same for each item of the lane. */
    record Fixed(Day day) implements When {}

    /**
     * An item says it.
     *
     * @param name camel-case name of a custom field, or {@code createdAt} or {@code updatedAt}
     */
    record Field(String name) implements When {}
  }
}
