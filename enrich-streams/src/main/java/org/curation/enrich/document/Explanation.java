package org.curation.enrich.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.curation.enrich.gate.Verdict;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.PinnedIdentity;
import org.curation.enrich.state.Resource;
import org.curation.model.Provenance;
import org.curation.model.Provenance.Step;
import org.curation.model.RawCuration;

/** Writes down why a document looks as it does. */
final class Explanation {
  /** A thousand unusable topics need no step each. */
  private static final int MAX_MENDED = 40;

  private Explanation() {}

  static Provenance of(
      CurationState state,
      RawCuration record,
      PinnedIdentity identity,
      Classification.Shapeable shapeable,
      Verdict.Open gate,
      Rendering rendering,
      List<Step> claims) {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("record", "version " + record.version(), record.origin()));
    steps.add(
        new Step(
            "identity", identity.origin().name().toLowerCase(Locale.ROOT), identity.documentId()));
    if (gate.closesAt() != null || gate.remark() != null) {
      steps.add(
          new Step(
              "publication",
              gate.closesAt() == null ? "open" : "open until " + gate.closesAt(),
              gate.remark()));
    }
    steps.addAll(rendering.topics().steps());
    steps.addAll(RelatedSteps.of(rendering.topics(), rendering.related()));
    steps.addAll(claims);
    rendering.mended().stream().limit(MAX_MENDED).forEach(steps::add);
    state.resources().forEach((name, resource) -> steps.add(capture(name, resource)));
    return new Provenance(
        record.origin(),
        shapeable.lane().name(),
        shapeable.treatment().archetype(),
        steps,
        rendering.fields().fields());
  }

  private static Step capture(String name, Resource resource) {
    if (resource.url().isEmpty()) {
      return new Step(name, "not wanted", null);
    }
    Resource.Answer answer = resource.answer();
    if (answer == null) {
      return new Step(name, "capture outstanding", resource.url());
    }
    return new Step(
        name, "capture " + answer.result().name().toLowerCase(Locale.ROOT), answer.reason());
  }
}
