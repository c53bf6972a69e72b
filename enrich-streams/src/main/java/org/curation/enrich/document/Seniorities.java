package org.curation.enrich.document;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.state.PinnedIdentity;
import org.curation.model.Claim.Seniority;
import org.curation.model.Identity.Origin;
import org.jspecify.annotations.Nullable;

/** How old an item is when two want the same name: from the source record alone. Pure. */
final class Seniorities {
  private Seniorities() {}

  static Seniority of(CuratedItem item, PinnedIdentity identity) {
    return new Seniority(identity.origin() == Origin.IMPORTED, instant(item.createdAt()));
  }

  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException noTimestamp) {
      return null;
    }
  }
}
