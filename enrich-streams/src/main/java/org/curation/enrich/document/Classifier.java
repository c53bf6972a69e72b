package org.curation.enrich.document;

import java.util.Optional;
import org.curation.enrich.archetype.Lane;
import org.curation.enrich.archetype.LaneFacts;
import org.curation.enrich.archetype.LaneTreatment;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.enrich.gate.FieldWatch;
import org.curation.enrich.link.LinkCleaning;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.record.Payloads;
import org.curation.enrich.record.Reading;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/** Finds the lane of a record, and tells what watches over fields. Safe for use by threads. */
final class Classifier {
  private final SiteConfiguration site;
  private final FieldWatch fields;

  Classifier(SiteConfiguration site, FieldWatch fields) {
    this.site = site;
    this.fields = fields;
  }

  Classification classify(RawCuration raw) {
    return switch (Payloads.read(raw)) {
      case Reading.Unusable unusable ->
          new Classification.Unusable(unusable.reason(), unusable.message());
      case Reading.Item read -> classify(read.item());
    };
  }

  private Classification classify(CuratedItem item) {
    LaneFacts facts = facts(item);
    Optional<Lane> found = site.lanes().laneFor(facts);
    if (found.isEmpty()) {
      return new Classification.Unusable(
          "no-lane",
          "No lane of lanes.yaml takes %s (%s). Add a lane for it, or one with \"ignore\"."
              .formatted(item.id(), describe(facts)));
    }
    Lane lane = found.get();
    return switch (lane.treatment()) {
      case LaneTreatment.Ignored ignored -> new Classification.Ignored(lane, ignored.reason());
      case LaneTreatment.Shaped shaped -> shapeable(item, lane, shaped);
    };
  }

  private Classification shapeable(CuratedItem item, Lane lane, LaneTreatment.Shaped shaped) {
    fields.saw(lane.name(), shaped.publication(), item.fields().keySet());
    LinkCleaning links =
        LinkCleaning.of(site.links(), item.link(), shaped.link() == LaneTreatment.LinkRule.CLEANED);
    return new Classification.Shapeable(
        item.withLink(links.link()),
        links.cleaned(),
        site.links(),
        lane,
        shaped,
        site.archetypeOf(shaped));
  }

  private static String describe(LaneFacts facts) {
    return "source %s, project %s, type %s, status %s, collection %s"
        .formatted(
            facts.source(),
            orUnknown(facts.project()),
            orUnknown(facts.type()),
            orUnknown(facts.status()),
            orUnknown(facts.collection()));
  }

  private static String orUnknown(@Nullable String text) {
    return text == null ? "unknown" : text;
  }

  private static LaneFacts facts(CuratedItem item) {
    return new LaneFacts(
        item.laneSource(),
        item.project() == null ? null : item.project().identifier(),
        item.type(),
        item.status(),
        item.collection());
  }
}
