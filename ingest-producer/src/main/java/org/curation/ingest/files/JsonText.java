package org.curation.ingest.files;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.curation.model.topic.Json;

/** Parses JSON from files strictly, and says where it is broken. Pure. */
public final class JsonText {
  private static final int UTF_8_MARK = 0xEFBBBF;
  private static final int MARK_BYTES = 3;

  private JsonText() {}

  /** The bytes are not JSON; the message says where and why. */
  public static final class NotJsonException extends Exception {
    private static final long serialVersionUID = 1L;

    NotJsonException(String message) {
      super(message);
    }
  }

  /**
   * Parses one JSON value.
   *
   * @param name the file, for messages
   * @param line of the file at which the bytes begin, from 1
   * @throws NotJsonException when they are something else
   */
  public static JsonNode parse(byte[] bytes, String name, int line) throws NotJsonException {
    if (hasByteOrderMark(bytes)) {
      throw new NotJsonException(
          name
              + ", line 1, column 1: begins with a byte order mark. Save it as UTF-8 without one.");
    }
    try {
      JsonNode node = Json.mapper().readTree(bytes);
      if (node == null || node.isMissingNode()) {
        throw new NotJsonException(
            "%s, line %d, column 1: is empty; expected a JSON value. Save it again from its source."
                .formatted(name, line));
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new NotJsonException(message(e, name, line));
    } catch (IOException e) {
      throw new NotJsonException("%s: %s".formatted(name, e.getMessage()));
    }
  }

  private static boolean hasByteOrderMark(byte[] bytes) {
    if (bytes.length < 2) {
      return false;
    }
    int first = (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
    boolean utf16 = first == 0xFEFF || first == 0xFFFE;
    return utf16 || (bytes.length >= MARK_BYTES && (first << 8 | (bytes[2] & 0xFF)) == UTF_8_MARK);
  }

  private static String message(JsonProcessingException e, String name, int line) {
    JsonLocation at = e.getLocation();
    int atLine = at == null ? line : line + Math.max(0, at.getLineNr() - 1);
    int column = at == null ? 1 : Math.max(1, at.getColumnNr());
    String why = e.getOriginalMessage().replaceAll("\\p{Cntrl}+", " ");
    return "%s, line %d, column %d: no JSON: %s. Save it again from its source."
        .formatted(name, atLine, column, why);
  }
}
