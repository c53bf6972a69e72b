package org.curation.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/**
 * Names one curated item across all topics, for example {@code open-project:3719}.
 *
 * @param source the curation system, lower case letters, digits and dashes
 * @param sourceId the item's identifier in that system; letters, digits and {@code . _ ~ -}
 */
public record CurationId(String source, String sourceId) implements Comparable<CurationId> {
  private static final Pattern SOURCE = Pattern.compile("[a-z][a-z0-9-]{0,31}");
  private static final Pattern SOURCE_ID = Pattern.compile("[A-Za-z0-9._~-]{1,128}");

  /** Rejects a name that could not be a topic key or part of one. */
  public CurationId {
    if (!SOURCE.matcher(source).matches()) {
      throw new IllegalArgumentException(
          "curation source \"%s\" must match %s".formatted(source, SOURCE.pattern()));
    }
    if (!SOURCE_ID.matcher(sourceId).matches()) {
      throw new IllegalArgumentException(
          "curation source id \"%s\" must match %s".formatted(sourceId, SOURCE_ID.pattern()));
    }
  }

  /**
   * Reads the form {@code <source>:<source id>}.
   *
   * @throws IllegalArgumentException when the text is not of that form
   */
  @JsonCreator
  public static CurationId parse(String text) {
    int colon = text.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "curation id \"%s\" must have the form <source>:<source id>".formatted(text));
    }
    return new CurationId(text.substring(0, colon), text.substring(colon + 1));
  }

  @Override
  public int compareTo(CurationId other) {
    return toString().compareTo(other.toString());
  }

  /** The form that is used as key on topics. */
  @JsonValue
  @Override
  public String toString() {
    return source + ":" + sourceId;
  }
}
