package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.record.BodyImages;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Resource;
import org.curation.model.CaptureKey;
import org.curation.model.Document.Asset;
import org.curation.model.FileFacts;
import org.curation.model.ImageFacts;
import org.jspecify.annotations.Nullable;

/**
 * The files beside a document: those that its lane publishes and that were captured. Pure.
 *
 * @param featuredImage file name of the featured image, captured or not; null when the lane
 *     publishes none
 * @param names file names of the other ones, by the name of their resource
 * @param list all of them, the featured image first
 */
record DocumentAssets(@Nullable String featuredImage, Map<String, String> names, List<Asset> list) {

  /**
   * Names the files of a document.
   *
   * @param variables what file names are made from
   */
  static DocumentAssets of(
      CurationState state, CuratedItem item, Shaped lane, ObjectNode variables) {
    String featuredImage = lane.featuredImageName(variables);
    Collected collected = new Collected();
    Asset image = asset(state, CaptureKey.FEATURED_IMAGE, featuredImage);
    if (image != null) {
      collected.add(CaptureKey.FEATURED_IMAGE, image);
    }
    for (String resource : item.attachments().keySet()) {
      ImageFacts facts = image(state, resource);
      String extension = facts == null ? "" : facts.format().toLowerCase(Locale.ROOT);
      Asset asset = asset(state, resource, lane.assets().name(resource, extension, variables));
      if (asset != null) {
        collected.add(resource, asset);
      }
    }
    return new DocumentAssets(featuredImage, collected.names, List.copyOf(collected.list));
  }

  /**
   * A body in which images are named as the files beside it; all else stays as it is.
   *
   * @param origin of the curation system; null when it isn't known
   */
  String body(String body, @Nullable String origin) {
    Map<String, String> byAttachment = new HashMap<>();
    names.forEach(
        (resource, name) -> {
          if (resource.startsWith(CaptureKey.BODY_IMAGE)) {
            byAttachment.put(resource.substring(CaptureKey.BODY_IMAGE.length()), name);
          }
        });
    return BodyImages.replace(body, origin, byAttachment);
  }

  private static final class Collected {
    private final List<Asset> list = new ArrayList<>();
    private final Map<String, String> names = new HashMap<>();
    private final Set<String> taken = new HashSet<>();

    /** A file whose name another one has is left out: a store can hold only one of them. */
    void add(String resource, Asset asset) {
      if (taken.add(asset.name().toLowerCase(Locale.ROOT))) {
        list.add(asset);
        names.put(resource, asset.name());
      }
    }
  }

  private static @Nullable Asset asset(
      CurationState state, String resource, @Nullable String name) {
    Resource.Answer answer = answer(state, resource);
    if (answer == null || name == null) {
      return null;
    }
    ImageFacts image = answer.image();
    FileFacts file = answer.file();
    if (image != null) {
      return new Asset(name, image.sha256(), image.position());
    }
    return file == null ? null : new Asset(name, file.sha256(), file.position());
  }

  private static @Nullable ImageFacts image(CurationState state, String resource) {
    Resource.Answer answer = answer(state, resource);
    return answer == null ? null : answer.image();
  }

  private static Resource.@Nullable Answer answer(CurationState state, String resource) {
    Resource asked = state.resources().get(resource);
    return asked == null ? null : asked.answer();
  }
}
