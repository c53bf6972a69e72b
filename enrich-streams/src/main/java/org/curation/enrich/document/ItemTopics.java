package org.curation.enrich.document;

import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.archetype.LaneTreatment.TopicRule;
import org.curation.enrich.offering.Interest;
import org.curation.enrich.offering.TopicTable;
import org.curation.enrich.record.TopicNames;
import org.curation.model.Provenance.Step;
import org.jspecify.annotations.Nullable;

/**
 * The topics of an item as its lane wants them.
 *
 * @param names as the document shows them
 * @param interest in offerings of these topics; null when the lane attaches none
 * @param steps what was wrong with the field, and what became of which spelling
 */
record ItemTopics(List<String> names, @Nullable Interest interest, List<Step> steps) {
  private static final int MOST_MERGED = 10;

  static ItemTopics of(Classification.Shapeable shapeable, TopicTable table) {
    Shaped lane = shapeable.treatment();
    TopicNames read = TopicNames.read(shapeable.item().fields().get(lane.topicsField()));
    List<Step> steps = new ArrayList<>();
    if (read.problem() != null) {
      steps.add(new Step("topics", "not in form", read.problem()));
    }
    List<String> names =
        lane.topicNames() == TopicRule.MERGED ? merged(read.names(), table, steps) : read.names();
    Interest interest =
        lane.relatedOfferings() == 0
            ? null
            : Interest.in(names, table, lane.relatedOfferings(), lane.relatedOfferingsMinimum());
    return new ItemTopics(names, interest, steps);
  }

  private static List<String> merged(List<String> names, TopicTable table, List<Step> steps) {
    List<String> changed = new ArrayList<>();
    for (String name : names) {
      String wanted = table.name(name);
      if (!wanted.equals(name)) {
        changed.add(name + " → " + wanted);
      }
    }
    if (!changed.isEmpty()) {
      String some = String.join(", ", changed.subList(0, Math.min(MOST_MERGED, changed.size())));
      steps.add(new Step("topics", "merged by topics.yaml", some));
    }
    return names.stream().map(table::name).filter(name -> !name.isEmpty()).distinct().toList();
  }
}
