package org.curation.ingest.api;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.curation.ingest.source.Excerpt;
import org.curation.model.topic.Json;

/**
 * Parses one body strictly: UTF-8, nothing said twice, bounded nesting. What it is made of is
 * counted before it is built, over all of its lines, and its memory is asked for. For one thread.
 */
final class JsonBody {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final byte[] bytes;
  private final Admission.Place place;
  private int parts;

  /** Asks for what the body takes beside itself; a problem when there is no memory. */
  JsonBody(byte[] bytes, Admission.Place place) {
    place.take((Admission.PER_BYTE - 1L) * bytes.length);
    this.bytes = bytes;
    this.place = place;
  }

  int length() {
    return bytes.length;
  }

  byte at(int index) {
    return bytes[index];
  }

  /** Parses all as one value; the problem says where the text is broken. */
  JsonNode parse() {
    return parse(0, bytes.length, 1);
  }

  /**
   * Parses a part of the bytes.
   *
   * @param line at which the part begins, from 1
   */
  JsonNode parse(int from, int to, int line) {
    if (from == 0 && to >= 3 && Arrays.equals(Arrays.copyOf(bytes, 3), BYTE_ORDER_MARK)) {
      throw notJson("line 1, column 1", "it begins with a byte order mark; send UTF-8 without one");
    }
    try {
      // Strictly: Jackson takes other encodings, and overlong forms of this one.
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(bytes, from, to - from))
              .toString();
      int before = parts;
      count(text);
      if (parts > place.parts()) {
        throw notJson(
            "line " + line, "it has more than %d values and names".formatted(place.parts()));
      }
      place.take((long) Admission.PER_PART * (parts - before));
      JsonNode node = Json.mapper().readTree(text);
      if (node == null || node.isMissingNode()) {
        throw notJson("line " + line, "it is empty");
      }
      return node;
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      int atLine = at == null ? line : line + Math.max(0, at.getLineNr() - 1);
      int column = at == null ? 1 : Math.max(1, at.getColumnNr());
      throw notJson("line %d, column %d".formatted(atLine, column), reason(e));
    } catch (IOException e) {
      throw notJson("line " + line, "it is no UTF-8 text");
    }
  }

  /** Before anything is kept: many small values take many times their text in memory. */
  private void count(String text) throws IOException {
    try (JsonParser parser = Json.mapper().createParser(text)) {
      for (JsonToken token = parser.nextToken();
          token != null && parts <= place.parts();
          token = parser.nextToken()) {
        parts += token.isStructEnd() ? 0 : 1;
      }
    }
  }

  /** Jackson's own words quote input at times; only the kinds that people need are told. */
  private static String reason(JsonProcessingException e) {
    String message = Excerpt.of(e.getOriginalMessage());
    if (message.startsWith("Duplicate")) {
      return "a name occurs twice in one object";
    }
    if (message.contains("nesting depth")) {
      return "it is nested deeper than %d levels".formatted(Json.MAX_DEPTH);
    }
    return message.startsWith("Unexpected end")
        ? "it ends too early"
        : "expected JSON in UTF-8, one value and nothing behind it";
  }

  private static ProblemException notJson(String place, String why) {
    return Problem.of(Problem.Kind.NOT_JSON, "The body is no JSON at %s: %s.".formatted(place, why))
        .asException();
  }
}
