package org.curation.model;

import java.util.Objects;
import org.curation.model.ImageFacts.ImagePosition;

/**
 * What the capture worker knows of a file that is published as it was fetched.
 *
 * @param mediaType of the bytes, for example {@code application/pdf}
 * @param bytes how many there are
 * @param sha256 of the bytes, lower-case hexadecimal
 * @param position where {@code curation.images} holds the bytes
 */
public record FileFacts(String mediaType, long bytes, String sha256, ImagePosition position) {
  /** Requires all parts. */
  public FileFacts {
    Objects.requireNonNull(mediaType, "mediaType");
    Objects.requireNonNull(sha256, "sha256");
    Objects.requireNonNull(position, "position");
  }
}
