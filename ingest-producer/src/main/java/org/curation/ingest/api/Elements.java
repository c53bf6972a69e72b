package org.curation.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * The elements of a body: one object, an array, or one object a line.
 *
 * @param place of the element, for messages; empty when it is the only one
 */
record Elements(String place, JsonNode node) {
  private static final String WHITE = " \r\t";

  /** Splits a body; a problem when it is no JSON, empty, or has too many elements. */
  static List<Elements> of(JsonBody body, String type, int most) {
    List<Elements> found = type.equals(Call.LINES) ? lines(body, most) : values(body);
    if (found.isEmpty() || found.size() > most) {
      throw Problem.of(
              Problem.Kind.INVALID, "Send at least one element and at most %d.".formatted(most))
          .asException();
    }
    return found;
  }

  private static List<Elements> values(JsonBody body) {
    JsonNode node = body.parse();
    if (!node.isArray()) {
      return List.of(new Elements("", node));
    }
    List<Elements> found = new ArrayList<>();
    node.forEach(each -> found.add(new Elements("[" + found.size() + "]", each)));
    return found;
  }

  private static List<Elements> lines(JsonBody body, int most) {
    List<Elements> found = new ArrayList<>();
    int line = 1;
    int from = 0;
    while (from < body.length() && found.size() <= most) {
      int to = from;
      boolean blank = true;
      while (to < body.length() && body.at(to) != '\n') {
        blank &= WHITE.indexOf(body.at(to)) >= 0;
        to++;
      }
      if (!blank) {
        found.add(new Elements("line " + line, body.parse(from, to, line)));
      }
      from = to + 1;
      line++;
    }
    return found;
  }
}
