package org.curation.enrich.document;

import java.util.List;
import org.curation.enrich.archetype.LaneTreatment.LinkRule;
import org.curation.enrich.link.Cleaned;
import org.curation.model.Provenance.Change;

/** Says what was done to a document's link. */
final class LinkFields {
  private static final String FIELD = "link.href";

  private LinkFields() {}

  static void add(Classification.Shapeable shapeable, FieldLog fields) {
    String href = shapeable.item().link().href();
    String original = shapeable.item().link().original();
    Cleaned cleaned = shapeable.cleaned();
    if (shapeable.treatment().link() == LinkRule.AS_CURATED) {
      fields.add(FIELD, href, "as-curated", original);
    } else if (cleaned.reason() != null) {
      fields.add(FIELD, href, "rejected, left as curated: " + cleaned.reason().code(), original);
    } else {
      fields.add(
          FIELD,
          href,
          "%s by rules %s (%s)"
              .formatted(
                  cleaned.outcome().word(),
                  cleaned.rules().version(),
                  cleaned.rules().hash().substring(0, 12)),
          null,
          cleaned.steps().stream()
              .map(
                  step ->
                      new Change(
                          step.rule(), step.before(), step.after().isEmpty() ? null : step.after()))
              .toList(),
          List.of());
    }
  }
}
