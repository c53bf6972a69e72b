package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
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
import org.curation.model.CleanText;
import org.curation.model.Document;
import org.curation.model.Document.Asset;
import org.curation.model.ImageFacts;
import org.curation.model.Provenance.Step;
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
    List<Step> mended = new ArrayList<>();
    String description = lane.description().describe(CleanText.ofBody(item.body()).text());
    List<RelatedOffering> related = related(topics, lane, offerings);
    Variables variables =
        new Variables(item)
            .dates(Dates.of(item, mended))
            .documentId(identity.documentId())
            .description(description)
            .topics(SiteAddress.terms("topics", topics.names(), mended))
            .tags(SiteAddress.terms("tags", item.tags(), mended))
            .relatedOfferings(related);
    String imageName = lane.featuredImageName(variables.values());
    variables.captured(state, imageName);
    Cleansing cleansing = new Cleansing();
    ObjectNode values = cleansing.clean(variables.values());
    Archetype.Rendered rendered = shapeable.archetype().render(values);
    ObjectNode frontMatter = rendered.frontMatter();
    String body = body(shapeable.archetype(), rendered, values, mended);
    mended.addAll(cleansing.steps());

    Optional<SitePlace> place = place(identity, lane, frontMatter);
    if (place.isEmpty()) {
      return new Draft.Unusable(
          "unsafe-path",
          "basePath \"%s\" and document id \"%s\" of %s make no safe place; use letters, digits, dashes."
              .formatted(frontMatter.path("basePath").asText(), identity.documentId(), item.id()));
    }
    String slug = slug(frontMatter, item, mended);
    SiteAddress.cleanAliases(frontMatter, mended);
    List<String> before = SiteAddress.usable(state.addresses(), mended);
    Addresses addresses = Addresses.apply(frontMatter, place.get().section() + slug + "/", before);
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
            body,
            assets,
            ContentHash.published(path, style, frontMatter, body, assets),
            Explanation.of(state, record, identity, shapeable, topics, related, mended));
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

  /** What readers see; the archetype's own shortcodes run, those in values are shown. */
  private static String body(
      Archetype archetype, Archetype.Rendered rendered, ObjectNode values, List<Step> mended) {
    ObjectNode escaped = ShortcodeText.escape(values);
    if (escaped == values) {
      return rendered.body();
    }
    String body = archetype.render(escaped).body();
    if (!body.equals(rendered.body())) {
      mended.add(new Step("body", "text of a shortcode, escaped to be shown", null));
    }
    return body;
  }

  /** A title of signs alone leaves no slug; the item's number does then. */
  private static String slug(ObjectNode frontMatter, CuratedItem item, List<Step> mended) {
    String said = frontMatter.path("slug").asText("");
    String slug = SiteAddress.slug(said);
    if (slug.isEmpty()) {
      slug = SiteAddress.slug(item.id().sourceId());
    } else if (!slug.equals(said)) {
      mended.add(new Step("slug", "no part of an address, brought into form", slug));
    }
    frontMatter.put("slug", slug);
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
