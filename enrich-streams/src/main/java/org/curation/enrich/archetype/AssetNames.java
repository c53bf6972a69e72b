package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.curation.model.CaptureKey;
import org.jspecify.annotations.Nullable;

/**
 * What a lane publishes beside a document and its featured image, and under which file names.
 *
 * @param favicon of the source's icon; null when the lane publishes none
 * @param pdf of the attached PDF; null when the lane publishes none
 * @param bodyImages of images inside of bodies; null when the lane publishes none
 */
public record AssetNames(
    @Nullable Template favicon, @Nullable Template pdf, @Nullable Template bodyImages) {
  static final String ATTACHMENT_ID = "attachmentId";
  static final String EXTENSION = "extension";

  /** Whether the lane publishes a resource of a capture key. */
  public boolean publishes(String resource) {
    return template(resource) != null;
  }

  /**
   * The file name of a resource; null when the lane doesn't publish it.
   *
   * @param extension of what was captured: {@code jpeg}, {@code png}, {@code pdf}
   * @param variables those of {@link VariableNames#FOR_FEATURED_IMAGE}
   */
  public @Nullable String name(String resource, String extension, ObjectNode variables) {
    Template template = template(resource);
    if (template == null) {
      return null;
    }
    if (!resource.startsWith(CaptureKey.BODY_IMAGE)) {
      return template.text(variables);
    }
    return bodyImage(
        template, resource.substring(CaptureKey.BODY_IMAGE.length()), extension, variables);
  }

  static String bodyImage(
      Template template, String attachmentId, String extension, ObjectNode variables) {
    ObjectNode all = variables.objectNode();
    all.set("documentId", variables.path("documentId"));
    all.set("id", variables.path("id"));
    return template.text(all.put(ATTACHMENT_ID, attachmentId).put(EXTENSION, extension));
  }

  private @Nullable Template template(String resource) {
    return switch (resource) {
      case CaptureKey.FAVICON -> favicon;
      case CaptureKey.PDF -> pdf;
      default -> resource.startsWith(CaptureKey.BODY_IMAGE) ? bodyImages : null;
    };
  }
}
