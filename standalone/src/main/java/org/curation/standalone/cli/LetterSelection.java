package org.curation.standalone.cli;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.service.UserError;
import org.curation.service.letters.LetterFilter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Filters that choose letters. */
final class LetterSelection {
  private static final List<String> STAGES = List.of("ingest", "capture", "enrich", "sink");
  private static final Pattern AGE = Pattern.compile("(\\d{1,6})([smhd])");

  @Option(
      names = "--stage",
      paramLabel = "STAGE",
      description = "Letters of ingest, capture, enrich or sink.")
  private @Nullable String stage;

  @Option(
      names = "--reason",
      paramLabel = "CODE",
      description = "Letters with this reason code, for example no-lane.")
  private @Nullable String reason;

  @Option(
      names = "--topic",
      paramLabel = "TOPIC",
      description = "Letters about records of this topic.")
  private @Nullable String topic;

  @Option(
      names = "--since",
      paramLabel = "TIME",
      description =
          "Letters since then: an age (90s, 15m, 24h, 7d), a day (2026-01-31) or an instant (2026-01-31T10:00:00Z).")
  private @Nullable String since;

  @Option(
      names = "--key",
      paramLabel = "KEY",
      description = "Letters about records with this key; a * at the end stands for any ending.")
  private @Nullable String key;

  LetterFilter filter(Set<String> ids, Clock clock) {
    if (stage != null && !STAGES.contains(stage)) {
      throw new UserError(
          "--stage %s is none; expected one of %s".formatted(stage, String.join(", ", STAGES)));
    }
    return new LetterFilter(
        ids, stage, reason, topic, since == null ? null : time(since, clock), key);
  }

  private static Instant time(String text, Clock clock) {
    Matcher age = AGE.matcher(text.toLowerCase(Locale.ROOT));
    if (age.matches()) {
      long amount = Long.parseLong(age.group(1));
      Duration back =
          switch (age.group(2)) {
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
          };
      return clock.instant().minus(back);
    }
    try {
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    } catch (DateTimeException e) {
      throw new UserError(
          "--since %s is no time; expected an age such as 24h, a day such as 2026-01-31 or an instant such as 2026-01-31T10:00:00Z"
              .formatted(text),
          e);
    }
  }
}
