package org.curation.service.configuration;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a value must look like.
 *
 * @param expected for people: the form and the range, with the unit
 * @param reader gives nothing when a text is not of this type
 */
public record KeyType<T>(String expected, Function<String, Optional<T>> reader) {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,9})\\s*(ms|s|m|h|d)");
  private static final int LONGEST_TEXT = 16_384;
  private static final int MOST_SPANS = 20;

  /** Any text that is not blank. */
  static KeyType<String> text() {
    return new KeyType<>(
        "a text",
        text ->
            text.isBlank() || text.length() > LONGEST_TEXT ? Optional.empty() : Optional.of(text));
  }

  /** A text that matches a pattern. */
  static KeyType<String> text(String expected, String pattern) {
    Pattern form = Pattern.compile(pattern);
    return new KeyType<>(
        expected, text -> form.matcher(text).matches() ? Optional.of(text) : Optional.empty());
  }

  /** A whole number within bounds. */
  static KeyType<Integer> number(int least, int most) {
    return new KeyType<>(
        "a whole number from %d to %d".formatted(least, most),
        text -> {
          try {
            int number = Integer.parseInt(text);
            return number < least || number > most ? Optional.empty() : Optional.of(number);
          } catch (NumberFormatException e) {
            return Optional.empty();
          }
        });
  }

  /** A duration within bounds. */
  static KeyType<Duration> span(Duration least, Duration most) {
    return new KeyType<>(
        "a duration from %s to %s, such as 500ms, 30s, 5m or 1h"
            .formatted(shown(least), shown(most)),
        text -> span(text).filter(span -> span.compareTo(least) >= 0 && span.compareTo(most) <= 0));
  }

  /** Several durations with commas between, each within bounds; at most 20. */
  static KeyType<List<Duration>> spans(Duration least, Duration most) {
    KeyType<Duration> one = span(least, most);
    return new KeyType<>(
        "durations with commas between, each from %s to %s".formatted(shown(least), shown(most)),
        text -> {
          List<Optional<Duration>> parts =
              Stream.of(text.split(",", -1)).map(part -> one.reader().apply(part.strip())).toList();
          return parts.size() <= MOST_SPANS && parts.stream().allMatch(Optional::isPresent)
              ? Optional.of(parts.stream().flatMap(Optional::stream).toList())
              : Optional.empty();
        });
  }

  /** {@code true} or {@code false}. */
  static KeyType<Boolean> truth() {
    return new KeyType<>(
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  /** An absolute http or https address without user info, query and fragment. */
  static KeyType<URI> webAddress() {
    return new KeyType<>(
        "an address such as https://example.org",
        text -> {
          try {
            URI address = new URI(text.strip());
            boolean usable =
                ("http".equals(address.getScheme()) || "https".equals(address.getScheme()))
                    && address.getHost() != null
                    && address.getRawUserInfo() == null
                    && address.getRawQuery() == null
                    && address.getRawFragment() == null;
            return usable ? Optional.of(address) : Optional.empty();
          } catch (URISyntaxException e) {
            return Optional.empty();
          }
        });
  }

  /** Several texts with commas between, or a list; each matches a pattern, none is empty. */
  static KeyType<List<String>> texts(String expected, String pattern) {
    Pattern form = Pattern.compile(pattern);
    return new KeyType<>(
        expected,
        text -> {
          List<String> parts = Stream.of(text.split(",", -1)).map(String::strip).toList();
          return parts.stream().allMatch(part -> form.matcher(part).matches())
              ? Optional.of(parts)
              : Optional.empty();
        });
  }

  /** One of a few words. */
  static KeyType<String> choice(String... words) {
    List<String> known = List.of(words);
    return new KeyType<>(
        "one of " + String.join(", ", known),
        text -> known.contains(text) ? Optional.of(text) : Optional.empty());
  }

  /** A path; whether something is there is for the program to say. */
  static KeyType<Path> path() {
    return new KeyType<>(
        "a path, relative to the working directory",
        text -> {
          try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
          } catch (InvalidPathException e) {
            return Optional.empty();
          }
        });
  }

  private static Optional<Duration> span(String text) {
    Matcher parts = SPAN.matcher(text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    long amount = Long.parseLong(parts.group(1));
    return Optional.of(
        switch (parts.group(2)) {
          case "ms" -> Duration.ofMillis(amount);
          case "s" -> Duration.ofSeconds(amount);
          case "m" -> Duration.ofMinutes(amount);
          case "h" -> Duration.ofHours(amount);
          default -> Duration.ofDays(amount);
        });
  }

  private static String shown(Duration span) {
    if (span.toMillis() % 1000 != 0) {
      return span.toMillis() + "ms";
    }
    long seconds = span.toSeconds();
    if (seconds > 0 && seconds % 3600 == 0) {
      return seconds / 3600 + "h";
    }
    return seconds > 0 && seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }
}
