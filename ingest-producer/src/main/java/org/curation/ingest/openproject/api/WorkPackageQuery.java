package org.curation.ingest.openproject.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which work packages are asked for. Pure.
 *
 * @param projects their numbers; none means all
 * @param types their numbers; none means all
 */
public record WorkPackageQuery(List<String> projects, List<String> types) {
  /** A time that rows are sorted and filtered by. */
  public enum By {
    /** Changes with the row. */
    UPDATED("updated_at", "updatedAt"),
    /** Never changes. */
    CREATED("created_at", "createdAt");

    private final String filter;
    private final String property;

    By(String filter, String property) {
      this.filter = filter;
      this.property = property;
    }

    /** The property of a row that holds the time. */
    public String property() {
      return property;
    }
  }

  /** Copies the lists. */
  public WorkPackageQuery {
    projects = List.copyOf(projects);
    types = List.copyOf(types);
  }

  /**
   * The path of a page of rows from a time on, oldest first. Filters are always sent: without them
   * OpenProject gives open work packages only.
   *
   * @param to null for no end
   * @param page from 1
   */
  public String path(By by, Instant from, @Nullable Instant to, int page, int pageSize) {
    ArrayNode filters = JsonNodeFactory.instance.arrayNode();
    if (!projects.isEmpty()) {
      filters.add(filter("project", "=", projects));
    }
    if (!types.isEmpty()) {
      filters.add(filter("type", "=", types));
    }
    filters.add(filter(by.filter, "<>d", List.of(text(from), to == null ? "" : text(to))));
    String sort = "[[\"%s\",\"asc\"],[\"id\",\"asc\"]]".formatted(by.property);
    return "/api/v3/work_packages?filters=%s&sortBy=%s&offset=%d&pageSize=%d"
        .formatted(encoded(filters.toString()), encoded(sort), page, pageSize);
  }

  /** The path of one work package. */
  public static String one(String number) {
    return "/api/v3/work_packages/" + number;
  }

  private static ObjectNode filter(String name, String operator, List<String> values) {
    ObjectNode filter = JsonNodeFactory.instance.objectNode();
    ObjectNode inner = filter.putObject(name).put("operator", operator);
    values.forEach(inner.putArray("values")::add);
    return filter;
  }

  private static String text(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
