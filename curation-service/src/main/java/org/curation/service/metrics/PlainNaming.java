package org.curation.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.prometheusmetrics.PrometheusNamingConvention;
import org.jspecify.annotations.Nullable;

/**
 * Names for Prometheus without the ending that belongs to histograms. A filter that renames meters
 * would hide them from their binders, which look for what they registered before and would register
 * it again; this only changes how they are shown.
 */
final class PlainNaming extends PrometheusNamingConvention {
  private static final String COUNT = ".count";

  @Override
  public String name(String name, Meter.Type type, @Nullable String baseUnit) {
    boolean counts =
        name.endsWith(COUNT) && type != Meter.Type.TIMER && type != Meter.Type.DISTRIBUTION_SUMMARY;
    return super.name(
        counts ? name.substring(0, name.length() - COUNT.length()) + ".number" : name,
        type,
        baseUnit);
  }
}
