package org.curation.ingest.capture.web;

import java.time.Duration;
import java.util.Map;
import org.curation.ingest.capture.guard.WebAddress;

/** Makes a request when its host may be asked. Safe for use by threads. */
record PoliteRequest(OneRequest requests, HostGate gate) {
  /**
   * Waits for its turn, then gets an answer; waiting doesn't count against the deadline.
   *
   * @throws FetchException when there is none
   */
  HttpAnswer get(
      WebAddress address,
      Map<String, String> headers,
      ResourceRule rule,
      Deadline deadline,
      Duration wish)
      throws FetchException {
    if (deadline.isOver()) {
      throw FetchException.failed("it took too long");
    }
    String host = address.host().text();
    try (HostGate.Pass pass =
        gate.enter(host, wish)
            .orElseThrow(
                () -> FetchException.failed("too many requests to %s wait".formatted(host)))) {
      deadline.extend(pass.waited());
      return requests.get(address, headers, rule, deadline, pass::sending);
    }
  }
}
