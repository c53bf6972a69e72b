package org.curation.ingest.api;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.service.metrics.StageObserver;

/**
 * What the interface is made of.
 *
 * @param signature empty when no webhook is believed
 * @param around what is known around work packages
 * @param webhooks publishes what webhooks tell; nobody else waits in its line
 * @param pushes publishes everything else
 * @param requests told of every answer: the route's template or {@code other}, and the status
 */
record ApiParts(
    Optional<WebhookSignature> signature,
    List<PushToken> tokens,
    Supplier<? extends Surroundings> around,
    Optional<SnapshotOfferings> snapshots,
    Accepted accepted,
    Publisher webhooks,
    Publisher pushes,
    StageObserver observer,
    RequestCount requests,
    ApiLimits limits,
    Clock clock) {

  /** Counts answers. Safe for use by threads. */
  interface RequestCount {
    void answered(String route, int status);
  }

  ApiParts {
    tokens = List.copyOf(tokens);
  }
}
