package org.curation.enrich.gate;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.curation.enrich.gate.PublicationRule.Allowed;
import org.curation.enrich.gate.PublicationRule.When;
import org.jspecify.annotations.Nullable;

/**
 * Decides whether an item is published at a moment. Pure; the caller says what time it is. An
 * embargo that can't be read keeps the item back: published too late can be mended, too early
 * can't.
 */
public final class PublicationGate {
  private static final int MAX_SHOWN = 60;

  private final PublicationRule rule;

  /** Decides by a lane's rule. */
  public PublicationGate(PublicationRule rule) {
    this.rule = rule;
  }

  /**
   * What the gate looks at.
   *
   * @param status null when unknown
   * @param type null when unknown
   * @param dates texts of date fields by their camel-case names; a field that is empty isn't there
   */
  public record Facts(@Nullable String status, @Nullable String type, Map<String, String> dates) {
    /** Copies the map. */
    public Facts {
      dates = Map.copyOf(dates);
    }
  }

  /** The names of the fields whose dates count. */
  public Set<String> fields() {
    return java.util.stream.Stream.of(rule.from(), rule.until())
        .filter(When.Field.class::isInstance)
        .map(When.Field.class::cast)
        .map(When.Field::name)
        .collect(java.util.stream.Collectors.toUnmodifiableSet());
  }

  /** Whether an item with these facts is published at this moment. */
  public Verdict decide(Facts facts, Instant now) {
    Optional<String> refused =
        refused("status", facts.status(), rule.statuses())
            .or(() -> refused("type", facts.type(), rule.types()));
    if (refused.isPresent()) {
      return new Verdict.Shut(refused.get());
    }
    Said from = said(rule.from(), facts);
    Said until = said(rule.until(), facts);
    Instant ends = until.day() == null ? null : until.day().isOver(rule.zone());
    if (ends != null && !ends.isAfter(now)) {
      return new Verdict.Shut("publication ended at %s".formatted(ends));
    }
    if (from.unreadable() != null) {
      return new Verdict.Shut(
          "%s is no date from 1970 to 2099, so nobody knows when publication begins; write it like 2026-12-01"
              .formatted(from.unreadable()));
    }
    if (from.day() != null && from.day().begins(rule.zone()).isAfter(now)) {
      Instant opens = from.day().begins(rule.zone());
      return new Verdict.Early(opens, "waits until %s".formatted(opens));
    }
    return new Verdict.Open(
        ends,
        until.unreadable() == null
            ? null
            : "%s is no date from 1970 to 2099, so publication doesn't end by itself"
                .formatted(until.unreadable()));
  }

  /**
   * The same for the dates that Hugo reads in a document's own front matter: it builds no page
   * whose date is to come or whose last day is over, and says nothing about it.
   *
   * @param frontMatter texts of the front matter by their keys
   */
  public static Verdict hugo(Map<String, String> frontMatter, Instant now) {
    Instant begins =
        first(frontMatter, "publishdate", "pubdate", "published", "date")
            .map(day -> day.begins(ZoneOffset.UTC))
            .orElse(Instant.MIN);
    Instant ends =
        first(frontMatter, "expirydate", "unpublishdate")
            .map(day -> day.begins(ZoneOffset.UTC))
            .orElse(null);
    if (ends != null && !ends.isAfter(now)) {
      return new Verdict.Shut("its own expiry date %s is over".formatted(ends));
    }
    return begins.isAfter(now)
        ? new Verdict.Early(
            begins, "its own date %s is to come; Hugo builds no such page".formatted(begins))
        : new Verdict.Open(ends, null);
  }

  private static Optional<Day> first(Map<String, String> frontMatter, String... keys) {
    for (String key : keys) {
      for (Map.Entry<String, String> entry : frontMatter.entrySet()) {
        if (entry.getKey().toLowerCase(Locale.ROOT).equals(key)) {
          Optional<Day> day = Day.parse(entry.getValue());
          if (day.isPresent()) {
            return day;
          }
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<String> refused(String what, @Nullable String value, Allowed allowed) {
    return allowed.test().test(value == null ? "" : value)
        ? Optional.empty()
        : Optional.of(
            "%s %s is not published; the lane publishes %s"
                .formatted(
                    what,
                    value == null ? "unknown" : quoted(value),
                    String.join(", ", allowed.shown())));
  }

  private record Said(@Nullable Day day, @Nullable String unreadable) {}

  private static Said said(@Nullable When when, Facts facts) {
    return switch (when) {
      case null -> new Said(null, null);
      case When.Fixed fixed -> new Said(fixed.day(), null);
      case When.Field field -> {
        String text = facts.dates().get(field.name());
        Day day = text == null ? null : Day.parse(text).orElse(null);
        yield new Said(day, text == null || day != null ? null : field.name() + " " + quoted(text));
      }
    };
  }

  private static String quoted(String text) {
    return "\"" + (text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…") + "\"";
  }
}
