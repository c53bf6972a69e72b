package org.curation.model;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Objects;

/**
 * How far a source was read: the value of {@code curation.checkpoints}. Written in the transaction
 * that holds the records which it covers.
 *
 * @param source the source's name, for example {@code open-project}
 * @param position what the source needs to go on; its own form
 * @param savedAt when it was told, for people
 */
public record Checkpoint(String source, ObjectNode position, Instant savedAt) {
  /** Requires source and time; no position is an empty one. */
  public Checkpoint {
    Objects.requireNonNull(source, "source");
    Objects.requireNonNull(savedAt, "savedAt");
    position = position == null ? JsonNodeFactory.instance.objectNode() : position;
  }
}
