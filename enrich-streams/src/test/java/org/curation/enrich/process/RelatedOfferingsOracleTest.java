package org.curation.enrich.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.curation.model.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * 200 offerings, 2,000 curations, 1,000 random changes of offerings, topics, items' lanes and, with
 * a restart on kept state, of the lanes themselves: limit, least weight, a placeholder, the
 * address, the gate. Each change publishes exactly the documents that an oracle names, each once. A
 * failure names its seed, which {@code -Dcuration.offerings.seed=…} replays.
 */
class RelatedOfferingsOracleTest {
  private static final int OFFERINGS = 200;
  private static final int CURATIONS = 2_000;
  private static final int CHANGES = Integer.getInteger("curation.offerings.changes", 1_000);

  /** One of so many changes is a restart, mostly with other lanes. */
  private static final int RESTART_EACH = 50;

  @TempDir Path folder;

  private final KeptStores stores = new KeptStores();

  @SuppressWarnings("NullAway.Init") // set by the first start
  private TopologyFixture pipeline;

  private final long seed = Long.getLong("curation.offerings.seed", new Random().nextLong());

  @Test
  void shouldPublishExactlyWhatTheOracleNames() throws IOException {
    // Given
    Random random = new Random(seed);
    OfferingWorld world = new OfferingWorld(seed, List.of(OfferingWorld.Lane.values()), 120, 1.7);
    start(world);
    try {
      for (int i = 0; i < OFFERINGS; i++) {
        pipeline.offering(world.offer(world.newOffering()));
      }
      for (int number = 1; number <= CURATIONS; number++) {
        pipeline.raw(world.curate(number));
      }
      Map<Long, String> published = new HashMap<>();
      pipeline.documents().forEach(each -> published.put(number(each), visible(each)));
      Map<Long, String> expected = oracle(world);
      assertThat(published).as("seed %d, all loaded", seed).isEqualTo(expected);

      for (int i = 0; i < CHANGES; i++) {
        // When
        String change = change(world, random);

        // Then
        Map<Long, String> now = oracle(world);
        Map<Long, String> touched = new TreeMap<>(now);
        Map<Long, String> before = expected;
        touched.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
        List<Document> documents = pipeline.documents();
        Map<Long, String> told = new TreeMap<>();
        List<Long> twice = new ArrayList<>();
        for (Document document : documents) {
          if (told.put(number(document), visible(document)) != null) {
            twice.add(number(document));
          }
        }
        assertThat(told).as("seed %d, change %d: %s", seed, i, change).isEqualTo(touched);
        assertThat(twice).as("seed %d, change %d: %s", seed, i, change).isEmpty();
        expected = now;
      }
    } finally {
      stop();
    }
  }

  private void start(OfferingWorld world) throws IOException {
    pipeline =
        TopologyFixture.kept(folder.resolve("state"), world.site(folder.resolve("site")), stores);
  }

  private void stop() {
    assertThat(pipeline.letters()).isEmpty();
    pipeline.close();
  }

  /** Another site, or the same again, and a restart. */
  private String restart(OfferingWorld world, Random random) throws IOException {
    List<String> changes = new ArrayList<>();
    for (int count = random.nextInt(4); count > 0; count--) {
      changes.add(world.changeLane());
    }
    stop();
    start(world);
    pipeline.pass(Duration.ofSeconds(2));
    return "restart " + changes;
  }

  private String change(OfferingWorld world, Random random) throws IOException {
    if (random.nextInt(RESTART_EACH) == 0) {
      return restart(world, random);
    }
    switch (random.nextInt(6)) {
      case 0 -> {
        pipeline.offering(world.offer(world.newOffering()));
        return "offering added";
      }
      case 1, 2 -> {
        pipeline.offering(world.offer(world.anyOffering()));
        return "offering changed";
      }
      case 3 -> {
        long id = world.anyOffering();
        world.withdraw(id);
        pipeline.withdrawn(id);
        return "offering withdrawn";
      }
      default -> {
        pipeline.raw(world.curate(1 + random.nextInt(CURATIONS)));
        return "topics or lane changed";
      }
    }
  }

  private static Map<Long, String> oracle(OfferingWorld world) {
    Map<Long, String> visible = new HashMap<>();
    world.curations().forEach((number, each) -> visible.put(number, world.visible(each)));
    return visible;
  }

  private static long number(Document document) {
    return Long.parseLong(document.id().sourceId());
  }

  /** What the oracle gives, from a document. */
  static String visible(Document document) {
    JsonNode frontMatter = document.frontMatter();
    if (frontMatter == null) {
      return "unpublished";
    }
    StringBuilder visible = new StringBuilder();
    visible.append(frontMatter.path("mark").asText()).append(frontMatter.path("slug").asText());
    visible.append(texts(frontMatter.path("topics")));
    for (JsonNode offering : frontMatter.path("related")) {
      visible
          .append(offering.path("offeringId").asText())
          .append(offering.path("label").asText())
          .append(texts(offering.path("categories")));
    }
    return visible.toString();
  }

  private static String texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asText()));
    return texts.toString();
  }
}
