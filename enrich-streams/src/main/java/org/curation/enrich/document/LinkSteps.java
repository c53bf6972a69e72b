package org.curation.enrich.document;

import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.archetype.LaneTreatment.LinkRule;
import org.curation.enrich.link.Cleaned;
import org.curation.model.Provenance.Step;

/** Says what was done to a document's link. */
final class LinkSteps {
  /** A link of a thousand trackers needs no step for each. */
  private static final int MOST = 20;

  private LinkSteps() {}

  static List<Step> of(Classification.Shapeable shapeable) {
    String href = shapeable.item().link().href();
    Cleaned cleaned = shapeable.cleaned();
    if (shapeable.treatment().link() == LinkRule.AS_CURATED) {
      return List.of(new Step("link", "as-curated", href));
    }
    if (cleaned.reason() != null) {
      return List.of(
          new Step("link", "rejected, left as curated: " + cleaned.reason().code(), href));
    }
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            "link",
            "%s by rules %s (%s)"
                .formatted(
                    cleaned.outcome().word(),
                    cleaned.rules().version(),
                    cleaned.rules().hash().substring(0, 12)),
            href));
    cleaned.steps().stream()
        .limit(MOST)
        .forEach(
            step ->
                steps.add(
                    new Step(
                        "link",
                        step.rule(),
                        step.after().isEmpty()
                            ? step.before()
                            : step.before() + " → " + step.after())));
    return steps;
  }
}
