package org.curation.ingest.backfill;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.curation.model.topic.Json;

/**
 * How far a file was read: the position of its checkpoint.
 *
 * @param line the last line that was read, from 1
 * @param offset how many bytes were read, of a compressed file those in it
 * @param size of the file then
 * @param headBytes how much of its beginning was looked at
 * @param head hash of that
 */
record Progress(int line, long offset, long size, int headBytes, String head) {
  /** At the beginning. */
  static Progress none() {
    return new Progress(0, 0, 0, 0, "");
  }

  static Progress of(ObjectNode position) {
    return new Progress(
        position.path("line").asInt(),
        position.path("offset").asLong(),
        position.path("size").asLong(),
        position.path("headBytes").asInt(),
        position.path("head").asText(""));
  }

  ObjectNode position(String file) {
    return Json.mapper()
        .createObjectNode()
        .put("file", file)
        .put("line", line)
        .put("offset", offset)
        .put("size", size)
        .put("headBytes", headBytes)
        .put("head", head);
  }

  Progress at(int newLine, long newOffset) {
    return new Progress(newLine, newOffset, size, headBytes, head);
  }
}
