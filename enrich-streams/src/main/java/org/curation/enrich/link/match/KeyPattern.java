package org.curation.enrich.link.match;

import java.util.List;

/**
 * Which parameters are meant.
 *
 * @param key of the parameter
 * @param values one of them must match; empty for any value
 * @param notValues none of them may match
 * @param ownHost whether the value must be the address's own host
 */
public record KeyPattern(
    TextPattern key, List<TextPattern> values, List<TextPattern> notValues, boolean ownHost) {
  /** Copies the lists. */
  public KeyPattern {
    values = List.copyOf(values);
    notValues = List.copyOf(notValues);
  }

  /** Any value. */
  public static KeyPattern anyValue(TextPattern key) {
    return new KeyPattern(key, List.of(), List.of(), false);
  }

  /** Whether every parameter is meant. */
  public boolean isAny() {
    return key.isAny() && anyValue();
  }

  /** Whether a parameter of an address is meant. */
  public boolean matches(Parameter parameter, Subject subject) {
    return key.matches(parameter.key(), parameter.folded()) && valueMatches(parameter, subject);
  }

  boolean valueMatches(Parameter parameter, Subject subject) {
    if (anyValue()) {
      return true;
    }
    String value = parameter.value();
    return (values.isEmpty() || values.stream().anyMatch(pattern -> pattern.matches(value)))
        && notValues.stream().noneMatch(pattern -> pattern.matches(value))
        && (!ownHost || isOwnHost(value, subject.host()));
  }

  private boolean anyValue() {
    return values.isEmpty() && notValues.isEmpty() && !ownHost;
  }

  private static boolean isOwnHost(String value, String host) {
    return Subject.withoutWww(value).equalsIgnoreCase(Subject.withoutWww(host));
  }
}
