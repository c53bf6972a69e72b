package org.curation.ingest.openproject.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.source.Fields;

/**
 * One page of a collection, as the server says it is: it may give fewer rows than it was asked for.
 *
 * @param total rows of all pages
 * @param pageSize rows of a full page, at least 1
 * @param number the page's own, from 1
 * @param servedAt OpenProject's time of the answer
 */
public record Page(
    List<JsonNode> rows, long total, int pageSize, int number, Optional<Instant> servedAt) {
  /** Copies the rows. */
  public Page {
    rows = List.copyOf(rows);
  }

  /**
   * Reads a page.
   *
   * @throws ApiTroubleException when the reply is none
   */
  public static Page of(Reply reply) {
    if (reply instanceof Reply.Trouble trouble) {
      throw new ApiTroubleException(trouble);
    }
    Reply.Answer answer = (Reply.Answer) reply;
    JsonNode body = answer.body();
    List<JsonNode> rows = new ArrayList<>();
    Fields.at(body, "_embedded", "elements").forEach(rows::add);
    JsonNode total = body.path("total");
    if (!total.isIntegralNumber() || total.longValue() < 0) {
      throw new ApiTroubleException(
          "OpenProject answered with a collection without \"total\". Look at OpenProject, and at the proxy before it.");
    }
    JsonNode count = body.path("count");
    if (count.isIntegralNumber() && count.intValue() != rows.size()) {
      throw new ApiTroubleException(
          "OpenProject answered with a page of %d rows that says it has %s. Look at OpenProject, and at the proxy before it."
              .formatted(rows.size(), count));
    }
    return new Page(
        rows,
        total.longValue(),
        Math.max(1, body.path("pageSize").asInt(Math.max(1, rows.size()))),
        Math.max(1, body.path("offset").asInt(1)),
        answer.servedAt());
  }

  /** Whether there is nothing after this page. */
  public boolean isLast() {
    return rows.isEmpty() || (long) (number - 1) * pageSize + rows.size() >= total;
  }
}
