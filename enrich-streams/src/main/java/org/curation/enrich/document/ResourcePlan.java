package org.curation.enrich.document;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.record.CuratedItem.ImageSource;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.Resource;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.topic.Partitioning;

/** Decides which resources of an item are wanted and which must be asked for. Pure. */
final class ResourcePlan {
  /** What the curation extension read in the page; it helps where the page says nothing. */
  private static final Set<String> READ_IN_PAGES =
      Set.of(CaptureKey.EXTENSION_CURATION, CaptureKey.READABLE_CONTENT);

  private ResourcePlan() {}

  /**
   * What an item wants of what its lane publishes or fills placeholders from. The page is always
   * wanted, also by lanes whose archetype names nothing of it: the health of the item's link is
   * kept for who asks for its page.
   */
  static CurationState wanted(
      CurationState state, CuratedItem item, Shaped lane, List<Effect> effects) {
    Map<String, ImageSource> wanted = new LinkedHashMap<>();
    wanted.put(CaptureKey.PAGE, new ImageSource(item.link().href(), ""));
    if (lane.featuredImage() != null && item.image() != null) {
      wanted.put(CaptureKey.FEATURED_IMAGE, item.image());
    }
    item.attachments()
        .forEach(
            (resource, source) -> {
              if (READ_IN_PAGES.contains(resource) || lane.assets().publishes(resource)) {
                wanted.put(resource, source);
              }
            });
    return plan(state, wanted, effects);
  }

  /** What a withdrawn item wants: nothing. */
  static CurationState nothing(CurationState state, List<Effect> effects) {
    return plan(state, Map.of(), effects);
  }

  private static CurationState plan(
      CurationState state, Map<String, ImageSource> wanted, List<Effect> effects) {
    cancel(state, wanted, effects);
    Map<String, Resource> planned = new TreeMap<>();
    state
        .resources()
        .forEach(
            (name, resource) -> planned.put(name, new Resource(resource.number(), "", "", null)));
    wanted.forEach(
        (name, source) -> {
          Resource known = state.resources().get(name);
          if (known != null && known.url().equals(source.url())) {
            planned.put(name, known);
            return;
          }
          long number = known == null ? 1 : known.number() + 1;
          planned.put(name, new Resource(number, source.url(), source.fileName(), null));
          effects.add(
              new Effect.Request(
                  new CaptureRequest(
                      new CaptureKey(state.id(), name), number, source.url(), source.fileName())));
        });
    return state.withResources(planned);
  }

  /**
   * Takes back what would otherwise be looked after for ever. At the same host the new request
   * takes the old one's place by itself.
   */
  private static void cancel(
      CurationState state, Map<String, ImageSource> wanted, List<Effect> effects) {
    state
        .resources()
        .forEach(
            (name, resource) -> {
              ImageSource source = wanted.get(name);
              boolean replaced =
                  source != null
                      && Partitioning.hostOf(source.url())
                          .equals(Partitioning.hostOf(resource.url()));
              if (!resource.url().isEmpty() && !replaced) {
                effects.add(
                    new Effect.CancelRequest(new CaptureKey(state.id(), name), resource.url()));
              }
            });
  }
}
