package org.curation.model;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * Names one resource of one curation: {@code <curation id>|<resource>}.
 *
 * @param id the curation
 * @param resource {@link #PAGE}, {@link #FEATURED_IMAGE}, {@link #FAVICON}, {@link #PDF}, {@link
 *     #EXTENSION_CURATION}, {@link #READABLE_CONTENT}, or {@link #BODY_IMAGE} and a name
 */
public record CaptureKey(CurationId id, String resource) {
  /** The linked page's HTML. */
  public static final String PAGE = "page";

  /** The image that the editor attached. */
  public static final String FEATURED_IMAGE = "featured-image";

  /** The source's icon, attached by the curation extension. */
  public static final String FAVICON = "favicon";

  /** A PDF that the editor attached. */
  public static final String PDF = "pdf";

  /** {@code Lectio_Extension_Curation.json}: what the extension read in the page. */
  public static final String EXTENSION_CURATION = "extension-curation";

  /** {@code Curated_Readable_Content.json}: the article as the extension's reader saw it. */
  public static final String READABLE_CONTENT = "readable-content";

  /** Begins the name of an image inside of a body: the attachment's number follows. */
  public static final String BODY_IMAGE = "body-image-";

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
