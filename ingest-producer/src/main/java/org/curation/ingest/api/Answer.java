package org.curation.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What a request is answered with. */
record Answer(int status, String type, JsonNode body, Map<String, String> headers) {
  private static final String JSON = "application/json";
  private static final int OK = 200;
  private static final int ACCEPTED = 202;

  Answer {
    headers = Map.copyOf(headers);
  }

  static Answer ok(JsonNode body) {
    return new Answer(OK, JSON, body, Map.of());
  }

  static Answer accepted(JsonNode body) {
    return new Answer(ACCEPTED, JSON, body, Map.of());
  }

  /** A rough size in memory, in bytes. */
  long weight() {
    return 256L + 2L * body.toString().length();
  }
}
