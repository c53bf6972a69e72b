package org.curation.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Names one resource of one curation: {@code <curation id>|<resource>}.
 *
 * @param id the curation
 * @param resource {@link #PAGE}, {@link #FEATURED_IMAGE}
 */
public record CaptureKey(CurationId id, String resource) {
  /** The linked page's HTML. */
  public static final String PAGE = "page";

  /** The image that the editor attached. */
  public static final String FEATURED_IMAGE = "featured-image";

  /** Requires both parts. */
  public CaptureKey {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(resource, "resource");
  }

  /** Reads the form that is used as key. */
  @JsonCreator
  public static CaptureKey parse(String text) {
    int bar = text.lastIndexOf('|');
    if (bar < 0) {
      throw new IllegalArgumentException(
          "capture key \"%s\" must have the form <curation id>|<resource>".formatted(text));
    }
    return new CaptureKey(CurationId.parse(text.substring(0, bar)), text.substring(bar + 1));
  }

  @JsonValue
  @Override
  public String toString() {
    return id + "|" + resource;
  }
}
