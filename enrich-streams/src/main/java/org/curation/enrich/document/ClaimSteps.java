package org.curation.enrich.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.claim.ClaimName;
import org.curation.enrich.document.Placing.FilePlace;
import org.curation.enrich.document.Placing.WebPlace;
import org.curation.enrich.state.Claimed.Answer;
import org.curation.enrich.state.PinnedIdentity;
import org.curation.model.Provenance.Step;

/** Writes down who has the names that a document wants. */
final class ClaimSteps {
  private ClaimSteps() {}

  static List<Step> of(
      PinnedIdentity identity,
      FilePlace file,
      WebPlace web,
      Addresses addresses,
      Answer link,
      Shaped lane,
      WantedNames names) {
    List<Step> steps = new ArrayList<>();
    if (!file.documentId().equals(identity.documentId())) {
      steps.add(
          new Step(
              "document id",
              "beside an older item's",
              "\"%s\" was an older item's first, so the own number stands behind it: \"%s\""
                  .formatted(identity.documentId(), file.documentId())));
    }
    Answer own = names.known(ClaimName.address(web.wanted()));
    if (own != null && !own.owned()) {
      steps.add(
          new Step(
              "address",
              "beside an older item's",
              "\"%s\" belongs to %s, which is older".formatted(web.wanted(), own.owner())));
    } else {
      steps.add(new Step("address", "own", web.address()));
    }
    for (String alias : addresses.dropped()) {
      Answer other = names.known(ClaimName.address(alias));
      steps.add(
          new Step(
              "alias",
              "dropped",
              "\"%s\" belongs to %s".formatted(alias, other == null ? "another" : other.owner())));
    }
    if (!link.owned()) {
      steps.add(
          new Step(
              "duplicate link",
              lane.duplicates().name().toLowerCase(Locale.ROOT).replace('_', '-'),
              "%s had the link first".formatted(link.owner())));
    }
    return steps;
  }
}
