package org.curation.standalone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.topic.Json;

/**
 * A directory of curation records that a seed decides: new items, updates, renames, deletions,
 * items that can't be shaped, broken files, offerings, recorded pages and images. And what must
 * become of each item.
 *
 * @param seed gives the same directory again
 * @param records how many curation records there are, broken files included
 * @param expected what must become of each curation
 * @param brokenFiles ids of the dead letters about files that can't be read
 */
record GeneratedRecords(
    long seed, int records, Map<CurationId, Expected> expected, Set<String> brokenFiles) {
  private static final int DROPMARK_FROM = 900_000;
  private static final int EXPORT_ITEMS = 50;

  /**
   * What must become of a curation.
   *
   * @param number of its newest version
   * @param visible whether the site has a document of it
   */
  record Expected(State state, long number, boolean visible) {}

  /** How many documents the site must have. */
  long visible() {
    return expected.values().stream().filter(Expected::visible).count();
  }

  /** Writes a directory with at least as many records. */
  static GeneratedRecords write(Path from, long seed, int atLeast) {
    return new Writing(from, seed).write(atLeast);
  }

  private static final class Writing {
    private final Path from;
    private final long seed;
    private final Random random;
    private final GeneratedResources resources;
    private final GeneratedTexts texts;
    private final Map<CurationId, Expected> expected = new TreeMap<>();
    private final Set<String> brokenFiles = new TreeSet<>();
    private final StringBuilder deletions = new StringBuilder();
    private ArrayNode export = Json.mapper().createArrayNode();
    private int exports;
    private int records;

    Writing(Path from, long seed) {
      this.from = from;
      this.seed = seed;
      this.random = new Random(seed);
      this.texts = new GeneratedTexts(random);
      this.resources = new GeneratedResources(from, random);
    }

    GeneratedRecords write(int atLeast) {
      for (GeneratedWorkPackage.Project project : GeneratedWorkPackage.Project.values()) {
        WorkPackages.schema(from, project.number());
      }
      Runs.write(from.resolve("offerings.jsonl"), texts.offerings());
      for (int id = 1; records < atLeast; id++) {
        item(id);
      }
      flushExport();
      Runs.write(from.resolve("deletions.jsonl"), deletions.toString());
      resources.finish();
      return new GeneratedRecords(seed, records, expected, brokenFiles);
    }

    private void item(int id) {
      int kind = random.nextInt(100);
      if (kind < 54) {
        published(id, 1, false);
      } else if (kind < 66) {
        published(id, 2 + random.nextInt(2), false);
      } else if (kind < 74) {
        published(id, 2, true);
      } else if (kind < 80) {
        deleted(id);
      } else if (kind < 83) {
        GeneratedWorkPackage item = workPackage(id).in(GeneratedWorkPackage.Project.OPS);
        save(item, 1);
        expect(id, State.DEAD_LETTERED, 1, false);
      } else if (kind < 85) {
        save(workPackage(id).called(""), 1);
        expect(id, State.DEAD_LETTERED, 1, false);
      } else if (kind < 87) {
        GeneratedWorkPackage item = workPackage(id);
        save(item.called(""), 1);
        save(item, 2);
        expect(id, State.PUBLISHED, 2, true);
      } else if (kind < 89) {
        GeneratedWorkPackage item = workPackage(id);
        save(item, 1);
        save(item.called(""), 2);
        expect(id, State.DEAD_LETTERED, 2, true);
      } else if (kind < 90) {
        String name = "work_packages/broken-%d.json".formatted(id);
        Runs.write(from.resolve(name), "{\"_type\":\"WorkPackage\",\"id\":" + id + ",");
        brokenFiles.add("ingest/file/" + name + "#0");
        records++;
      } else {
        dropmark(DROPMARK_FROM + id);
      }
    }

    private void published(int id, int versions, boolean renamed) {
      GeneratedWorkPackage item = workPackage(id);
      save(item, 1);
      for (int version = 2; version <= versions; version++) {
        item = item.saying(texts.body());
        if (random.nextInt(3) == 0) {
          item = item.with(resources.attachment());
        }
        save(renamed ? item.called(texts.title(id)) : item, version);
      }
      expect(id, State.PUBLISHED, versions, true);
    }

    private void deleted(int id) {
      save(workPackage(id), 1);
      deletions.append("{\"deleted\":\"open-project:%d\"".formatted(id));
      deletions.append(random.nextBoolean() ? ",\"version\":1}\n" : "}\n");
      records++;
      expect(id, State.DELETED, 1, false);
    }

    private GeneratedWorkPackage workPackage(int id) {
      GeneratedWorkPackage item =
          new GeneratedWorkPackage(
              id, project(), texts.title(id), texts.body(), texts.topics(), null);
      resources.page(item.link(), item.title());
      return random.nextInt(3) == 0 ? item.with(resources.attachment()) : item;
    }

    private GeneratedWorkPackage.Project project() {
      return GeneratedWorkPackage.Project.values()[random.nextInt(3)];
    }

    private void save(GeneratedWorkPackage item, int version) {
      String name = "work_packages/%02d/%d-%d.json".formatted(item.id() % 50, item.id(), version);
      Runs.write(from.resolve(name), item.json(version).toString());
      records++;
    }

    private void dropmark(int id) {
      long micros = 1_600_000_000_000_000L + id * 1_000_000L;
      String time = java.time.Instant.ofEpochSecond(micros / 1_000_000).toString();
      String link = "https://www.archive-%d.example.org/item".formatted(id);
      ObjectNode item = Json.mapper().createObjectNode();
      item.put("id", Integer.toString(id)).put("is_url", true).put("type", "link");
      item.put("link", link).put("content", link).put("name", texts.title(id));
      item.put("description", texts.body()).put("created_at", time).put("updated_at", time);
      item.putNull("deleted_at");
      item.putArray("tags").addObject().put("id", 41).put("name", "telehealth");
      if (random.nextInt(3) == 0) {
        item.put("thumbnail", resources.thumbnail(id));
      }
      export.add(item);
      records++;
      expected.put(
          new CurationId("dropmark", Integer.toString(id)),
          new Expected(State.PUBLISHED, micros, true));
      if (export.size() == EXPORT_ITEMS) {
        flushExport();
      }
    }

    private void flushExport() {
      if (export.isEmpty()) {
        return;
      }
      ObjectNode file = Json.mapper().createObjectNode().put("name", "archive.care.example.org");
      file.set("items", export);
      Runs.write(from.resolve("dropmark/export-%d.json".formatted(exports++)), file.toString());
      export = Json.mapper().createArrayNode();
    }

    private void expect(int id, State state, long number, boolean visible) {
      expected.put(
          new CurationId("open-project", Integer.toString(id)),
          new Expected(state, number, visible));
    }
  }
}
