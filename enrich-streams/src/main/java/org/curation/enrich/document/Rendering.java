package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.archetype.Archetype;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.link.UrlCleaner;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.offering.Related;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.state.CurationState;
import org.curation.model.Provenance.Step;

/**
 * An archetype that was filled in.
 *
 * @param mended what values were brought into form; more may be added
 */
record Rendering(
    ObjectNode frontMatter,
    String body,
    DocumentAssets assets,
    ItemTopics topics,
    List<Related> related,
    List<Step> mended,
    FieldLog fields) {

  /** Fills in the archetype of an item for a document of this name. */
  static Rendering of(
      CurationState state,
      Classification.Shapeable shapeable,
      OfferingIndex offerings,
      String documentId) {
    CuratedItem item = shapeable.item();
    Shaped lane = shapeable.treatment();
    ItemTopics topics = ItemTopics.of(shapeable, offerings.table());
    List<Step> mended = new ArrayList<>();
    FieldLog fields = new FieldLog();
    String description = Describing.describe(state, item, lane, mended, fields);
    LinkFields.add(shapeable, fields);
    List<Related> related =
        topics.interest() == null ? List.of() : offerings.relatedTo(topics.interest());
    Variables variables =
        new Variables(item)
            .dates(Dates.of(item, mended))
            .documentId(documentId)
            .description(description)
            .topics(SiteAddress.terms("topics", topics.names(), mended))
            .tags(SiteAddress.terms("tags", item.tags(), mended))
            .relatedOfferings(related.stream().map(Related::offering).toList());
    DocumentAssets assets = DocumentAssets.of(state, item, lane, variables.values());
    variables.captured(state, assets, mended, fields);
    Cleansing cleansing = new Cleansing();
    ObjectNode values =
        SafeText.treat(
            cleansing.clean(variables.values()),
            lane.body(),
            url -> cleaned(shapeable.links(), url),
            mended);
    Archetype.Rendered rendered = shapeable.archetype().render(values);
    String body = body(shapeable.archetype(), rendered, values, mended);
    mended.addAll(cleansing.steps());
    SafeText.cleanAddresses(rendered.frontMatter(), mended);
    cleanSlug(rendered.frontMatter(), item, mended);
    SiteAddress.cleanAliases(rendered.frontMatter(), mended);
    Dates.clean(rendered.frontMatter(), mended);
    return new Rendering(rendered.frontMatter(), body, assets, topics, related, mended, fields);
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
  private static void cleanSlug(ObjectNode frontMatter, CuratedItem item, List<Step> mended) {
    String said = frontMatter.path("slug").asText("");
    String slug = SiteAddress.slug(said);
    if (slug.isEmpty()) {
      slug = SiteAddress.slug(item.id().sourceId());
    } else if (!slug.equals(said)) {
      mended.add(new Step("slug", "no part of an address, brought into form", slug));
    }
    frontMatter.put("slug", slug);
  }

  private static String cleaned(UrlCleaner links, String url) {
    String clean = links.clean(url).clean();
    return clean == null ? url : clean;
  }
}
