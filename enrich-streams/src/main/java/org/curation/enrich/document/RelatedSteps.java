package org.curation.enrich.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.curation.enrich.offering.Interest;
import org.curation.enrich.offering.Related;
import org.curation.enrich.offering.Weight;
import org.curation.model.Provenance.Step;

/**
 * Writes down why these offerings are shown: which categories are shared, and how rare they are.
 */
final class RelatedSteps {
  /** The order of hundreds follows from the rule; the first show it. */
  private static final int MOST_EXPLAINED = 10;

  private static final int MOST_SHARED = 5;
  private static final int MAX_TEXT = 80;

  private RelatedSteps() {}

  static List<Step> of(ItemTopics topics, List<Related> related) {
    Interest interest = topics.interest();
    if (interest == null) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    String rule =
        interest.minimum() == 0
            ? "shared categories, rare ones weigh more, newer offerings first"
            : "shared categories, rare ones weigh more, newer offerings first, weight at least "
                + Weight.text(interest.minimum());
    steps.add(new Step("related offerings", rule, related.size() + " for " + topics.names()));
    related.stream().limit(MOST_EXPLAINED).map(RelatedSteps::step).forEach(steps::add);
    if (related.size() > MOST_EXPLAINED) {
      steps.add(
          new Step(
              "related offerings",
              "%d more, each of less weight or older".formatted(related.size() - MOST_EXPLAINED),
              null));
    }
    return steps;
  }

  private static Step step(Related related) {
    String shared =
        related.shared().stream()
            .limit(MOST_SHARED)
            .map(each -> "%s (1 of %d)".formatted(shown(each.category()), each.offerings()))
            .collect(Collectors.joining(", "));
    int more = related.shared().size() - MOST_SHARED;
    return new Step(
        "related offering " + related.offering().offeringId(),
        "weight " + Weight.text(related.weight()),
        shared + (more > 0 ? " and %d more".formatted(more) : ""));
  }

  private static String shown(String text) {
    return text.length() <= MAX_TEXT ? text : text.substring(0, MAX_TEXT) + "…";
  }
}
