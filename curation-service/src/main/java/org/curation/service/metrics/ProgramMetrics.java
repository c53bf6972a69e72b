package org.curation.service.metrics;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.core.metrics.Info;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.IntSupplier;
import org.curation.service.http.Health;

/** The metrics of one program. Safe for use by threads. */
public final class ProgramMetrics implements AutoCloseable {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private final Set<String> checks = ConcurrentHashMap.newKeySet();

  /** Begins with the metrics of the process. */
  public ProgramMetrics() {
    registry.config().namingConvention(new PlainNaming()).meterFilter(new PlainNames());
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
    Info build =
        Info.builder()
            .name("curation_build_info")
            .help("The version of the program.")
            .labelNames("version")
            .register(registry.getPrometheusRegistry());
    build.setLabelValues(
        Optional.ofNullable(ProgramMetrics.class.getPackage().getImplementationVersion())
            .orElse("development"));
  }

  /** For binders. */
  public MeterRegistry registry() {
    return registry;
  }

  /** Counts and times a stage. */
  public StageMetrics stage(String name) {
    return new StageMetrics(registry, name);
  }

  /** Shows a check as 1 when it is well, else 0; one that is shown already stays. */
  public void check(Health health, String name) {
    if (checks.add(name)) {
      gauge(
          "curation.ready",
          "Whether a readiness check is well.",
          "check",
          name,
          () -> health.ok(name));
    }
  }

  /** Shows a gauge that is 1 or 0. */
  public void gauge(
      String name, String description, String label, String value, BooleanSupplier whether) {
    Gauge.builder(name, () -> whether.getAsBoolean() ? 1 : 0)
        .description(description)
        .tag(label, value)
        .strongReference(true)
        .register(registry);
  }

  /** Shows a gauge that counts what there is at the moment. */
  public void count(
      String name, String description, String label, String value, IntSupplier howMany) {
    Gauge.builder(name, howMany::getAsInt)
        .description(description)
        .tag(label, value)
        .strongReference(true)
        .register(registry);
  }

  /** All of them in Prometheus' text format. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
