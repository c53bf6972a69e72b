package org.curation.service.metrics;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.regex.Pattern;

/**
 * Brings what libraries measure into the form that Prometheus expects: seconds and a help text.
 * What is told in other units of time is left out. Names stay: see {@link PlainNaming}.
 */
final class PlainNames implements MeterFilter {
  private static final Pattern OTHER_UNIT = Pattern.compile("(^|[._-])(ns|us|ms)([._-]|$)");

  @Override
  public MeterFilterReply accept(Meter.Id id) {
    String unit = id.getBaseUnit() == null ? "" : id.getBaseUnit();
    return OTHER_UNIT.matcher(id.getName()).find() || OTHER_UNIT.matcher(unit).find()
        ? MeterFilterReply.DENY
        : MeterFilterReply.NEUTRAL;
  }

  @Override
  public Meter.Id map(Meter.Id id) {
    String help = id.getDescription();
    if (help != null && !help.isBlank()) {
      return id;
    }
    return new Meter.Id(
        id.getName(),
        Tags.of(id.getTagsAsIterable()),
        id.getBaseUnit(),
        "As the library names it.",
        id.getType());
  }
}
