package org.curation.ingest.openproject.poll;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.curation.ingest.openproject.api.ApiTroubleException;
import org.curation.ingest.openproject.api.OpenProjectClient;
import org.curation.ingest.openproject.api.Page;
import org.curation.ingest.openproject.api.WorkPackageQuery;
import org.curation.ingest.openproject.api.WorkPackageQuery.By;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.UpdateTime;
import org.jspecify.annotations.Nullable;

/**
 * Reads all rows from a time on. It goes on by the time of the rows, not by the number of pages: a
 * row that is changed meanwhile moves the others, and may be seen twice, but none is missed. Only
 * the rows of one second, when they are more than a page, are read by page numbers, again and again
 * until as many are seen as there are.
 */
final class Walk {
  private static final int MOST_PASSES = 20;
  private static final String COLLECTION = "WorkPackageCollection";

  private final OpenProjectClient client;
  private final WorkPackageQuery query;
  private final By by;
  private final int pageSize;

  /** Takes rows, and the time before which all are taken then. */
  interface Taker {
    void take(List<JsonNode> rows, Instant before);
  }

  Walk(OpenProjectClient client, WorkPackageQuery query, By by, int pageSize) {
    this.client = client;
    this.query = query;
    this.by = by;
    this.pageSize = pageSize;
  }

  /**
   * Reads to the end.
   *
   * @param clock the time beyond which rows may be changed while they are read, if OpenProject
   *     doesn't tell its own
   * @throws ApiTroubleException when a page can't be had
   */
  void from(Instant start, Instant clock, Taker out) {
    Instant from = start;
    Instant ceiling = null;
    while (true) {
      Page page = page(from, null, 1);
      // A row that was changed after the page was put together shows a time that is no place.
      Instant limit = ceiling == null ? earlier(clock, page.servedAt().orElse(clock)) : ceiling;
      ceiling = page.servedAt().orElse(clock);
      if (page.isLast()) {
        out.take(page.rows(), newest(page.rows(), from, limit));
        return;
      }
      Instant next = newest(page.rows(), from, limit);
      out.take(page.rows(), next);
      if (!next.isAfter(from)) {
        next = from.plusSeconds(1);
        group(from, next.isAfter(limit) ? null : next, out);
        if (next.isAfter(limit)) {
          return;
        }
      }
      from = next;
    }
  }

  private void group(Instant from, @Nullable Instant to, Taker out) {
    for (int pass = 0; pass < MOST_PASSES; pass++) {
      Set<String> seen = new HashSet<>();
      long total = -1;
      boolean steady = true;
      for (int number = 1; ; number++) {
        Page page = page(from, to, number);
        steady &= total < 0 || total == page.total();
        total = page.total();
        page.rows().forEach(row -> seen.add(String.valueOf(Fields.id(row, "id"))));
        out.take(page.rows(), from);
        if (page.isLast()) {
          break;
        }
      }
      if (steady && seen.size() == total) {
        return;
      }
    }
    throw new ApiTroubleException(
        "OpenProject's list of work packages around %s changes faster than it can be read. Set a larger ingest.openproject.page-size."
            .formatted(from));
  }

  private Page page(Instant from, @Nullable Instant to, int number) {
    // Whether OpenProject counts the ends of a range in is not told: a second more on each side.
    Instant low = from.getEpochSecond() < 1 ? Instant.EPOCH : from.minusSeconds(1);
    Instant high = to == null ? null : to.plusSeconds(1);
    return Page.of(client.get(query.path(by, low, high, number, pageSize), COLLECTION));
  }

  private Instant newest(List<JsonNode> rows, Instant from, Instant limit) {
    Instant newest = from;
    for (JsonNode row : rows) {
      String text = Fields.text(row, by.property());
      try {
        Instant time = text == null ? from : UpdateTime.parse(text, by.property());
        if (time.isAfter(newest) && !time.isAfter(limit)) {
          newest = time;
        }
      } catch (MalformedRecordException e) {
        // The row itself becomes a dead letter.
      }
    }
    return newest;
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
