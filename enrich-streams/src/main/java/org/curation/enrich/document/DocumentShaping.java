package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.curation.enrich.archetype.Archetype;
import org.curation.enrich.archetype.LaneTreatment.Layout;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.offering.RelatedOffering;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.record.TopicNames;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.PinnedIdentity;
import org.curation.enrich.state.Resource;
import org.curation.model.CaptureKey;
import org.curation.model.Document;
import org.curation.model.Document.Asset;
import org.curation.model.ImageFacts;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/** Makes the document of an item from its lane and archetype. Pure; safe for use by threads. */
final class DocumentShaping {
  private DocumentShaping() {}

  static Draft shape(
      CurationState state,
      RawCuration record,
      PinnedIdentity identity,
      Classification.Shapeable shapeable,
      OfferingIndex offerings) {
    CuratedItem item = shapeable.item();
    Shaped lane = shapeable.treatment();
    TopicNames topics = topics(item, lane);
    String description = lane.description().describe(item.body());
    List<RelatedOffering> related = related(topics, lane, offerings);
    Variables variables =
        new Variables(item)
            .documentId(identity.documentId())
            .description(description)
            .topics(topics.names())
            .relatedOfferings(related);
    String imageName = lane.featuredImageName(variables.values());
    variables.captured(state, imageName);
    Archetype.Rendered rendered = shapeable.archetype().render(variables.values());
    ObjectNode frontMatter = rendered.frontMatter();

    Optional<SitePlace> place = place(identity, lane, frontMatter);
    if (place.isEmpty()) {
      return new Draft.Unusable(
          "unsafe-path",
          "basePath \"%s\" and document id \"%s\" of %s make no safe place; use letters, digits, dashes."
              .formatted(frontMatter.path("basePath").asText(), identity.documentId(), item.id()));
    }
    String slug = slug(frontMatter, item);
    Addresses addresses =
        Addresses.apply(frontMatter, place.get().section() + slug + "/", state.addresses());
    List<Asset> assets = assets(state, imageName);
    String path = place.get().path();
    Document.Style style = lane.frontMatter();
    Document document =
        new Document(
            item.id(),
            Document.State.PUBLISHED,
            record.version(),
            0,
            identity.documentId(),
            path,
            addresses.current(),
            addresses.others(),
            style,
            frontMatter,
            rendered.body(),
            assets,
            ContentHash.published(path, style, frontMatter, rendered.body(), assets),
            Explanation.of(state, record, identity, shapeable, topics, related));
    return new Draft.Shaped(document, addresses);
  }

  static TopicNames topics(CuratedItem item, Shaped lane) {
    return TopicNames.read(item.fields().get(lane.topicsField()));
  }

  private static List<RelatedOffering> related(
      TopicNames topics, Shaped lane, OfferingIndex offerings) {
    return lane.relatedOfferings() == 0
        ? List.of()
        : offerings.relatedTo(topics.names(), lane.relatedOfferings());
  }

  private static Optional<SitePlace> place(
      PinnedIdentity identity, Shaped lane, ObjectNode frontMatter) {
    return identity.path() != null
        ? Optional.of(SitePlace.kept(identity.path()))
        : SitePlace.of(
            frontMatter.path("basePath").asText(),
            identity.documentId(),
            lane.layout() == Layout.BUNDLE);
  }

  /** A title of signs alone leaves no slug; the item's number does then. */
  private static String slug(ObjectNode frontMatter, CuratedItem item) {
    String slug = frontMatter.path("slug").asText("");
    if (slug.isBlank()) {
      slug = item.id().sourceId();
      frontMatter.put("slug", slug);
    }
    return slug;
  }

  private static List<Asset> assets(CurationState state, @Nullable String imageName) {
    Resource image = state.resources().get(CaptureKey.FEATURED_IMAGE);
    ImageFacts facts = image == null || image.answer() == null ? null : image.answer().image();
    return facts == null || imageName == null
        ? List.of()
        : List.of(new Asset(imageName, facts.sha256(), facts.position()));
  }
}
