package org.curation.ingest.capture.web;

import java.util.Map;
import java.util.Optional;

/**
 * What a server answered to one request.
 *
 * @param headers by name in lower case; the first of each name
 * @param body decompressed; empty unless the status is 200
 */
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
record HttpAnswer(int status, Map<String, String> headers, byte[] body) {
  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }

  boolean isRedirect() {
    return switch (status) {
      case 300, 301, 302, 303, 307, 308 -> headers.containsKey("location");
      default -> false;
    };
  }

  boolean isPermanent() {
    return status == 301 || status == 308;
  }
}
