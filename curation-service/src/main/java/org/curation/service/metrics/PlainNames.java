package org.curation.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.regex.Pattern;

/**
 * Brings what libraries measure into the form that Prometheus expects: seconds, no ending that
 * belongs to histograms, a help text. What is told in other units of time is left out.
 */
final class PlainNames implements MeterFilter {
  private static final Pattern OTHER_UNIT = Pattern.compile("(^|[._-])(ns|us|ms)([._-]|$)");
  private static final String COUNT = ".count";

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    String unit = id.getBaseUnit() == null ? "" : id.getBaseUnit();
    return OTHER_UNIT.matcher(id.getName()).find() || OTHER_UNIT.matcher(unit).find()
        ? MeterFilterReply.DENY
        : MeterFilterReply.NEUTRAL;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    boolean counts =
        id.getName().endsWith(COUNT)
            && id.getType() != Meter.Type.TIMER
            && id.getType() != Meter.Type.DISTRIBUTION_SUMMARY;
    String name =
        counts
            ? id.getName().substring(0, id.getName().length() - COUNT.length()) + ".number"
            : id.getName();
    String help = id.getDescription();
    if (!counts && help != null && !help.isBlank()) {
      return id;
    }
    return new Meter.Id(
        name,
        Tags.of(id.getTagsAsIterable()),
        id.getBaseUnit(),
        help == null || help.isBlank() ? "As the library names it." : help,
        id.getType());
  }
}
