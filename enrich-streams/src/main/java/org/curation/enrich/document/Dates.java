package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.curation.enrich.gate.Iso8601;
import org.curation.enrich.record.CuratedItem;
import org.curation.model.Provenance.Step;
import org.jspecify.annotations.Nullable;

/**
 * When an item was created and changed, in a form that Hugo reads. Hugo takes what it can't read
 * for the year 1, and builds no page whose date is in the future, both without a word. There is no
 * clock here, so a date is judged by the record alone: nothing is created after its last change.
 *
 * @param createdAt as the source writes it where that is sane; null when nothing sane is known
 * @param updatedAt likewise
 */
record Dates(@Nullable String createdAt, @Nullable String updatedAt) {
  /** Before that no curation system existed. */
  private static final int FIRST_YEAR = 1970;

  private static final int LAST_YEAR = 2099;
  private static final int MAX_SHOWN = 60;

  private static final Pattern READ_BY_HUGO =
      Pattern.compile(
          "\\d{4}-\\d\\d-\\d\\d([T ]\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?(Z|[+-]\\d\\d:?\\d\\d)?)?");

  private static final Set<String> READ_AS_DATES =
      Set.of("date", "lastmod", "publishdate", "expirydate");

  /** A text that was understood. */
  private record Moment(String text, OffsetDateTime time) {}

  /**
   * The dates of an item.
   *
   * @param steps takes what was not believed
   */
  static Dates of(CuratedItem item, List<Step> steps) {
    Optional<Moment> created = read("createdAt", item.createdAt(), steps);
    Optional<Moment> updated = read("updatedAt", item.updatedAt(), steps);
    if (created.isPresent()
        && updated.isPresent()
        && created.get().time().isAfter(updated.get().time())) {
      steps.add(
          new Step(
              "createdAt",
              "later than the last change, which is used instead",
              created.get().text()));
      created = updated;
    }
    return new Dates(
        text(item.createdAt(), created, updated), text(item.updatedAt(), updated, created));
  }

  /**
   * Brings the dates of a front matter into a form that Hugo reads. What is no date, as when an
   * archetype takes one from a page, becomes null.
   *
   * @param steps takes what was left out
   */
  static void clean(ObjectNode frontMatter, List<Step> steps) {
    List<String> names = new ArrayList<>();
    frontMatter.fieldNames().forEachRemaining(names::add);
    for (String name : names) {
      String said = frontMatter.get(name).textValue();
      if (said != null
          && !said.isBlank()
          && READ_AS_DATES.contains(name.toLowerCase(Locale.ROOT))) {
        Optional<OffsetDateTime> time = parse(said);
        frontMatter.put(name, time.map(parsed -> form(said, parsed)).orElse(null));
        if (time.isEmpty()) {
          steps.add(new Step(name, "no ISO 8601 time, left out", shown(said)));
        }
      }
    }
  }

  /** What the source doesn't say stays unsaid; what it says wrongly is taken from the other. */
  private static @Nullable String text(
      @Nullable String said, Optional<Moment> own, Optional<Moment> other) {
    return said == null ? null : own.or(() -> other).map(Moment::text).orElse(null);
  }

  private static Optional<Moment> read(String name, @Nullable String said, List<Step> steps) {
    if (said == null) {
      return Optional.empty();
    }
    Optional<Moment> read =
        parse(said)
            .filter(time -> time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR)
            .map(time -> new Moment(form(said, time), time));
    if (read.isEmpty()) {
      steps.add(
          new Step(
              name,
              "no ISO 8601 time from %d to %d, left out".formatted(FIRST_YEAR, LAST_YEAR),
              shown(said)));
    }
    return read;
  }

  private static String shown(String said) {
    return said.length() <= MAX_SHOWN ? said : said.substring(0, MAX_SHOWN);
  }

  private static String form(String said, OffsetDateTime time) {
    return READ_BY_HUGO.matcher(said).matches()
        ? said
        : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  private static Optional<OffsetDateTime> parse(String said) {
    return Iso8601.parse(said)
        .map(
            parsed ->
                switch (parsed) {
                  case OffsetDateTime time -> time;
                  case LocalDateTime time -> time.atOffset(ZoneOffset.UTC);
                  default -> LocalDate.from(parsed).atStartOfDay().atOffset(ZoneOffset.UTC);
                });
  }
}
