package org.curation.enrich.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Whether an item is published now. */
public sealed interface Verdict {
  /**
   * It is.
   *
   * @param closesAt when it ends by itself; null for never
   * @param remark what was not understood, for people; null when nothing
   */
  record Open(@Nullable Instant closesAt, @Nullable String remark) implements Verdict {}

  /**
   * It will be.
   *
   * @param opensAt when
   * @param reason for people
   */
  record Early(Instant opensAt, String reason) implements Verdict {}

  /**
   * It isn't, until the item changes.
   *
   * @param reason for people
   */
  record Shut(String reason) implements Verdict {}
}
