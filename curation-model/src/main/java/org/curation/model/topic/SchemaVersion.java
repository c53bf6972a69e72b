package org.curation.model.topic;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * Which version of the contract a record was written by. Its {@code ce_type} ends in {@code .v} and
 * the major version; a record without the header counts as version 1. Pure.
 */
public final class SchemaVersion {
  /** Code of dead letters about records of a version that this release does not know. */
  public static final String UNKNOWN = "unknown-schema-version";

  private static final int KNOWN = 1;
  private static final int LONGEST_TYPE = 200;
  private static final Pattern TYPE = Pattern.compile(".*\\.v(\\d{1,9})");

  private SchemaVersion() {}

  /** What is wrong with a record's version, for people; empty when it can be read. */
  public static Optional<String> problem(Headers headers) {
    String type = EventHeaders.read(headers, EventHeaders.TYPE);
    if (type == null || type.length() > LONGEST_TYPE) {
      return Optional.empty();
    }
    Matcher matcher = TYPE.matcher(type);
    if (!matcher.matches() || Integer.parseInt(matcher.group(1)) == KNOWN) {
      return Optional.empty();
    }
    return Optional.of(
        "The header %s says \"%s\"; this release reads version %d. Upgrade it, then redrive."
            .formatted(EventHeaders.TYPE, type, KNOWN));
  }
}
