package org.curation.enrich.process;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.Offering;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/**
 * Offerings and curations that change at random, and an oracle that looks at every offering for a
 * curation. Categories are numbers to the oracle; records write them in different spellings.
 */
final class OfferingWorld {
  /** A lane of the world's site. */
  enum Lane {
    ALL(Integer.MAX_VALUE, "0"),
    FIVE(5, "0"),
    STRICT(3, "0.15"),
    MERGED(4, "0"),
    NONE(0, "0");

    private final LaneRule rule;

    Lane(int limit, String minimum) {
      rule = new LaneRule(limit, new BigDecimal(minimum), "plain", "", LaneRule.Gate.OPEN);
    }
  }

  /** An offering; its names are spellings of its categories. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Offered(long id, String label, int[] categories, List<String> names) {}

  /** A curation, likewise. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Curated(long number, long version, Lane lane, int[] categories, List<String> names) {}

  private static final String ARCHETYPE =
      """
      ---
      title: ${title}
      slug: ${title | slugify}%s
      basePath: /news/
      mark: "%s"
      topics: ${topics}
      related: ${relatedOfferings}
      ---
      """;
  private static final String IGNORED =
      """
        - name: %s
          match: {type: %1$s}
          ignore: nobody reads it
      """;
  private static final String CLOSED =
      """
          publish: {statuses: [Published]}
      """;
  private static final String LANE =
      """
        - name: %s
          match: {type: %1$s}
          archetype: %1$s
          document-id: "${id}"
          related-offerings: %s
          topic-names: %s
      """;

  private final Random random;
  private final List<Lane> lanes;
  private final int categories;

  /** How uneven categories are: 1 for equally large ones. */
  private final double skew;

  private final long excluded;
  private final Map<Lane, LaneRule> rules = new EnumMap<>(Lane.class);
  private final Map<Long, Offered> offerings = new TreeMap<>();
  private final Map<Long, Curated> curations = new TreeMap<>();
  private final int[] sizes;
  private final Map<Integer, BigDecimal> shares = new HashMap<>();
  private long lastOffering;

  /**
   * An empty world.
   *
   * @param lanes that curations are in
   */
  OfferingWorld(long seed, List<Lane> lanes, int categories, double skew) {
    this.random = new Random(seed);
    this.lanes = lanes;
    this.categories = categories;
    this.skew = skew;
    this.excluded = 7;
    this.sizes = new int[categories];
    for (Lane lane : Lane.values()) {
      rules.put(lane, lane.rule);
    }
  }

  /** A lane's documents get another text; only {@link #site} tells. */
  void markLane(String mark) {
    Lane lane = lanes.get(random.nextInt(lanes.size()));
    rules.put(lane, rules.get(lane).marked(mark));
  }

  /** A lane gets another rule; only {@link #site} tells. */
  String changeLane() {
    Lane lane = lanes.get(random.nextInt(lanes.size()));
    rules.put(lane, rules.get(lane).changed(random));
    return lane + " is " + rules.get(lane);
  }

  /** Writes the world's site: lanes, an archetype, a table of spellings. */
  SiteConfiguration site(Path folder) throws java.io.IOException {
    Files.createDirectories(folder.resolve("archetypes"));
    StringBuilder lanes = new StringBuilder("lanes:\n");
    for (Lane lane : Lane.values()) {
      LaneRule rule = rules.get(lane);
      String name = lane.name().toLowerCase(java.util.Locale.ROOT);
      Files.writeString(
          folder.resolve("archetypes/" + name + ".md"),
          ARCHETYPE.formatted(rule.suffix(), rule.mark()));
      lanes.append(
          rule.gate() == LaneRule.Gate.IGNORED
              ? IGNORED.formatted(name)
              : LANE.formatted(
                      name, rule.offeringsText(), lane == Lane.MERGED ? "merged" : "as-curated")
                  + (rule.gate() == LaneRule.Gate.OPEN ? "" : CLOSED));
    }
    Files.writeString(folder.resolve("lanes.yaml"), lanes);
    StringBuilder table = new StringBuilder("vendor-prefixes: [Vendor]\nexcluded-offerings: [7]\n");
    table.append("topics:\n");
    for (int category = 0; category < categories; category++) {
      table.append("  \"Vendor: Cat %d\": [Kat %1$d]\n".formatted(category));
    }
    Files.writeString(folder.resolve("topics.yaml"), table);
    return SiteConfiguration.load(folder);
  }

  /** A number that no offering has had; now and then one below it stays free. */
  long newOffering() {
    return lastOffering + (random.nextInt(4) == 0 ? 2 : 1);
  }

  /** A new offering of this number, or another state of the one that has it. */
  Offering offer(long id) {
    Offered old = offerings.get(id);
    boolean renamed = old != null && random.nextInt(3) == 0;
    int[] in = renamed ? old.categories() : someCategories(1 + random.nextInt(3));
    Offered offered =
        new Offered(id, "Offering " + random.nextInt(1000), in, renamed ? old.names() : names(in));
    count(old, -1);
    count(offered, 1);
    offerings.put(id, offered);
    lastOffering = Math.max(lastOffering, id);
    return new Offering(id, offered.label(), offered.names());
  }

  /** An offering is gone. */
  void withdraw(long id) {
    count(offerings.remove(id), -1);
  }

  private void count(@Nullable Offered offered, int step) {
    if (offered != null && offered.id() != excluded) {
      for (int category : offered.categories()) {
        sizes[category] += step;
      }
    }
  }

  long anyOffering() {
    List<Long> ids = List.copyOf(offerings.keySet());
    return ids.get(random.nextInt(ids.size()));
  }

  /** A new curation, or a new version of one: other topics, or another lane. */
  RawCuration curate(long number) {
    Curated old = curations.get(number);
    boolean moved = old != null && random.nextBoolean();
    int[] in = moved ? old.categories() : someCategories(random.nextInt(4));
    Lane lane = old != null && !moved ? old.lane() : lanes.get(random.nextInt(lanes.size()));
    long version = old == null ? 1 : old.version() + 1;
    Curated curated = new Curated(number, version, lane, in, moved ? old.names() : names(in));
    curations.put(number, curated);
    return raw(curated);
  }

  Map<Long, Curated> curations() {
    return curations;
  }

  private int[] someCategories(int count) {
    return random
        .ints(count, 0, 1 << 20)
        .map(any -> (int) (categories * Math.pow(any / (double) (1 << 20), skew)))
        .distinct()
        .toArray();
  }

  private List<String> names(int[] in) {
    List<String> names = new ArrayList<>();
    for (int category : in) {
      String spelling =
          switch (random.nextInt(4)) {
            case 0 -> "Vendor: Cat %d";
            case 1 -> "vendor :  CAT %d";
            case 2 -> "Cat %d";
            default -> "kat %d";
          };
      names.add(spelling.formatted(category));
    }
    return names;
  }

  /** The curations that have a category in common with an offering as it is or with others. */
  List<Curated> sharing(long offering, int... others) {
    Offered offered = offerings.get(offering);
    java.util.Set<Integer> wanted = new java.util.HashSet<>();
    Arrays.stream(others).forEach(wanted::add);
    if (offered != null) {
      Arrays.stream(offered.categories()).forEach(wanted::add);
    }
    return curations.values().stream()
        .filter(each -> Arrays.stream(each.categories()).anyMatch(wanted::contains))
        .toList();
  }

  /** The categories of an offering now. */
  int[] categoriesOf(long offering) {
    Offered offered = offerings.get(offering);
    return offered == null ? new int[0] : offered.categories();
  }

  /** What readers see of a curation: topics and offerings. Looks at every offering. */
  String visible(Curated curation) {
    LaneRule rule = rules.get(curation.lane());
    if (rule.gate() != LaneRule.Gate.OPEN) {
      return "unpublished";
    }
    record Weighted(Offered offered, BigDecimal weight) {}
    List<Weighted> found = new ArrayList<>();
    for (Offered offered : rule.limit() == 0 ? List.<Offered>of() : offerings.values()) {
      BigDecimal weight = BigDecimal.ZERO;
      for (int category : curation.categories()) {
        for (int other : offered.categories()) {
          if (category == other && offered.id() != excluded) {
            weight = weight.add(shares.computeIfAbsent(sizes[category], OfferingWorld::share));
          }
        }
      }
      if (weight.signum() > 0 && rounded(weight).compareTo(rule.minimum()) >= 0) {
        found.add(new Weighted(offered, rounded(weight)));
      }
    }
    found.sort(
        Comparator.comparing(Weighted::weight)
            .thenComparing(weighted -> weighted.offered().id())
            .reversed());
    String title = "Title " + curation.number();
    StringBuilder visible = new StringBuilder();
    visible.append(rule.mark().replace("${title}", title));
    visible.append("title-").append(curation.number()).append(rule.suffix());
    visible.append(
        curation.lane() == Lane.MERGED
            ? Arrays.stream(curation.categories()).mapToObj(each -> "Vendor: Cat " + each).toList()
            : curation.names());
    found.stream()
        .limit(rule.limit())
        .map(Weighted::offered)
        .forEach(
            offered ->
                visible.append(offered.id()).append(offered.label()).append(offered.names()));
    return visible.toString();
  }

  private static BigDecimal share(int offerings) {
    return BigDecimal.ONE.divide(BigDecimal.valueOf(offerings), 12, RoundingMode.HALF_UP);
  }

  private static BigDecimal rounded(BigDecimal weight) {
    return weight.setScale(9, RoundingMode.HALF_UP);
  }

  private static RawCuration raw(Curated curation) {
    ObjectNode payload = Json.mapper().createObjectNode();
    payload.put("id", curation.number()).put("subject", "Title " + curation.number());
    payload.put("createdAt", "2024-02-01T08:00:00Z");
    ArrayNode topics = Json.mapper().createArrayNode();
    curation.names().forEach(topics::add);
    return new RawCuration(
        id(curation.number()),
        SourceEvent.UPDATED,
        new Version(0, curation.version()),
        Given.TIME,
        Given.TIME,
        "test",
        payload,
        new CurationContext(
            Map.of(
                "cleanUrl",
                Json.mapper()
                    .getNodeFactory()
                    .textNode("https://www.example.org/" + curation.number()),
                "medigyTopics",
                topics),
            new ProjectRef("1", "world", "World"),
            curation.lane().name(),
            "New",
            null,
            null,
            null));
  }

  static CurationId id(long number) {
    return Given.id(number);
  }
}
