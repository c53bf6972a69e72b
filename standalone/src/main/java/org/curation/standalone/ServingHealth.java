package org.curation.standalone;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.kafka.streams.KafkaStreams;
import org.curation.service.KafkaConnection;
import org.curation.service.http.BrokerProbe;
import org.curation.service.http.Health;
import org.curation.service.http.HealthServer;
import org.curation.service.metrics.LagProbe;
import org.curation.service.metrics.ProgramMetrics;
import org.curation.service.metrics.StageObserver;
import org.curation.sink.Outage;
import org.curation.sink.SinkWriter;

/** Health and metrics of all services in one JVM. */
final class ServingHealth implements AutoCloseable {
  private final List<AutoCloseable> parts = new ArrayList<>();
  private final ProgramMetrics metrics = new ProgramMetrics();

  ServingHealth() {
    parts.add(metrics);
  }

  StageObserver stage(String name) {
    return metrics.stage(name);
  }

  /** Serves, once the services are there. */
  void serve(
      int port, KafkaConnection connection, Services services, String store, IntConsumer served) {
    Health health = new Health(Clock.systemUTC());
    parts.add(health);
    BrokerProbe probe = new BrokerProbe(connection);
    parts.add(probe);
    health.check("broker", probe::failing);
    health.check("service", () -> services.failure().map(Throwable::toString));
    health.check("streams", () -> streams(services));
    health.check("worker", services.captures()::failing);
    health.check("reading", () -> reading(services));
    health.check("store", () -> services.sink().flatMap(SinkWriter::outage).map(Outage::toString));
    health.states().forEach(check -> metrics.check(health, check.name()));
    parts.add(services.enrichment().measure(metrics.registry()));
    for (AtRest.Group group : List.of(AtRest.ENRICH, AtRest.CAPTURE, AtRest.sink(store))) {
      parts.add(new LagProbe(connection, group.name(), group.topics(), metrics.registry()));
    }
    HealthServer server =
        HealthServer.start("127.0.0.1", port, health, services::failure, metrics::text);
    parts.add(server);
    served.accept(server.port());
  }

  private static Optional<String> streams(Services services) {
    KafkaStreams.State state = services.enrichment().state();
    return state == KafkaStreams.State.RUNNING
        ? Optional.empty()
        : Optional.of("Kafka Streams is %s, not RUNNING".formatted(state));
  }

  private static Optional<String> reading(Services services) {
    return services.sink().map(SinkWriter::reading).orElse(false)
        ? Optional.empty()
        : Optional.of("the sink does not read yet; it starts when the folder was read");
  }

  @Override
  public void close() {
    for (AutoCloseable part : parts.reversed()) {
      try {
        part.close();
      } catch (Exception e) {
        throw new IllegalStateException("health and metrics did not close", e);
      }
    }
  }
}
