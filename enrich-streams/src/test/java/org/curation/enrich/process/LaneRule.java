package org.curation.enrich.process;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;

/**
 * What a lane of an {@link OfferingWorld} does with its curations.
 *
 * @param limit of related offerings
 * @param minimum least weight of one
 * @param mark a text of the archetype's front matter
 * @param suffix of slugs
 */
record LaneRule(int limit, BigDecimal minimum, String mark, String suffix, Gate gate) {
  /** Whether a lane publishes. */
  enum Gate {
    OPEN,
    /** Only statuses that no curation has. */
    CLOSED,
    IGNORED
  }

  private static final int ALL = Integer.MAX_VALUE;

  /** The rule with one part drawn anew. */
  LaneRule changed(Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> with(List.of(0, 1, 3, 5, ALL).get(random.nextInt(5)), minimum);
      case 1 -> with(limit, new BigDecimal(List.of("0", "0.05", "0.3").get(random.nextInt(3))));
      case 2 -> {
        String other = List.of("plain", "other", "of ${title}").get(random.nextInt(3));
        yield marked(other);
      }
      case 3 -> new LaneRule(limit, minimum, mark, suffix.isEmpty() ? "-two" : "", gate);
      default -> {
        List<Gate> gates = List.of(Gate.OPEN, Gate.OPEN, Gate.CLOSED, Gate.IGNORED);
        yield new LaneRule(limit, minimum, mark, suffix, gates.get(random.nextInt(4)));
      }
    };
  }

  /** The rule with another text. */
  LaneRule marked(String other) {
    return new LaneRule(limit, minimum, other, suffix, gate);
  }

  private LaneRule with(int other, BigDecimal least) {
    return new LaneRule(other, least, mark, suffix, gate);
  }

  /** Limit and minimum as lanes.yaml has them; a lane without offerings has no minimum. */
  String offeringsText() {
    if (limit == 0) {
      return "none";
    }
    return (limit == ALL ? "all" : Integer.toString(limit))
        + "\n    related-offerings-minimum: "
        + minimum;
  }
}
