package org.curation.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.UpdateTime;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong with elements. For one thread. */
final class Checks {
  private static final int MOST = 100;
  private final List<Problem.FieldError> errors = new ArrayList<>();

  void wrong(String place, String name, String expected) {
    String at = place.isEmpty() ? name : name.isEmpty() ? place : place + "." + name;
    errors.add(new Problem.FieldError(at, expected));
  }

  boolean any() {
    return !errors.isEmpty();
  }

  /** All mistakes in one problem, if there are any; the first hundred are told. */
  void throwIfAny() {
    throwIfAny(Problem.Kind.INVALID);
  }

  /** The same as a problem of another kind. */
  void throwIfAny(Problem.Kind kind) {
    if (any()) {
      throw new Problem(
              kind,
              errors.size() == 1
                  ? "1 mistake; nothing was stored. Mend it and send all of it again."
                  : "%d mistakes; nothing was stored. Mend them and send all of it again."
                      .formatted(errors.size()),
              errors.subList(0, Math.min(MOST, errors.size())),
              Map.of())
          .asException();
    }
  }

  @Nullable String text(Elements element, String name, boolean required, int most) {
    JsonNode node = element.node().path(name);
    boolean absent = node.isMissingNode() || node.isNull();
    if (absent && !required) {
      return null;
    }
    if (!node.isTextual()
        || node.textValue().length() > most
        || (required && node.textValue().isBlank())) {
      wrong(element.place(), name, "a text of at most %d characters".formatted(most));
      return null;
    }
    return node.textValue();
  }

  @Nullable Instant time(Elements element, String name) {
    String text = text(element, name, false, 64);
    if (text == null) {
      return null;
    }
    try {
      Instant time = UpdateTime.parse(text, name);
      var unused = UpdateTime.micros(time, name);
      return time;
    } catch (MalformedRecordException e) {
      wrong(element.place(), name, "a time after 1970 such as 2026-11-25T10:00:00Z");
      return null;
    }
  }

  /** Every text and every name must be one that can be stored. */
  void sound(Elements element) {
    ForeignCharacters.in(element.node())
        .forEach(name -> wrong(element.place(), name, ForeignCharacters.EXPECTED));
  }

  void texts(Elements element, String name, int most) {
    JsonNode node = element.node().path(name);
    if (node.isMissingNode() || node.isNull()) {
      return;
    }
    boolean fine = node.isArray() && node.size() <= most;
    for (JsonNode each : node) {
      fine &= each.isTextual();
    }
    if (!fine) {
      wrong(element.place(), name, "a list of at most %d texts".formatted(most));
    }
  }

  void known(Elements element, Set<String> names) {
    element
        .node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!names.contains(name)) {
                wrong(
                    element.place(),
                    org.curation.ingest.source.Excerpt.of(name),
                    "no such name; known are "
                        + String.join(", ", names.stream().sorted().toList()));
              }
            });
  }
}
