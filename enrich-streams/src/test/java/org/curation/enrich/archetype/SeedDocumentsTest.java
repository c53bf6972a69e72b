package org.curation.enrich.archetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.model.CanonicalJson;
import org.curation.model.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The published documents, made again from the records that they were made from. */
class SeedDocumentsTest {
  private static final Path SHARED = Path.of("..", "..", "shared");
  private static final SiteConfiguration SITE = SiteConfiguration.load(Path.of("..", "site"));

  @BeforeEach
  void needsTheSeeds() {
    assumeTrue(
        Files.isDirectory(SHARED.resolve("seeds")),
        "skipped: the published seed documents are not in ../../shared/seeds");
  }

  @ParameterizedTest
  @CsvSource({
    "community, 000_edf2bb22b7177aca.txt, 3719",
    "community, 001_405d5358da75c002.txt, 3532",
    "news, 002_05f423157ed4e095.txt, 7891",
    "community, 003_a3168f7c5e66db15.txt, 3809",
    "dropmark, 004_f089ba059f5d1548.txt, 9000001",
  })
  void shouldRenderTheSeed(String laneName, String seedFile, String id) throws IOException {
    // Given
    String seed = Files.readString(SHARED.resolve("seeds").resolve(seedFile));
    int end = seed.indexOf("\n---\n", 3);
    JsonNode published = yaml(seed.substring(4, end + 1));
    FixtureRecords records = new FixtureRecords(SHARED.resolve("fixtures"));
    FixtureRecords.Item item =
        laneName.equals("dropmark") ? records.dropmark() : records.workPackage(id);
    Lane lane = SITE.lanes().laneFor(item.facts()).orElseThrow();
    Shaped treatment = (Shaped) lane.treatment();
    ObjectNode variables = item.variables();
    // This item was renamed after it was published, so its name is one that was kept.
    String documentId =
        id.equals("7891")
            ? published.get("mdName").textValue()
            : treatment.newDocumentId(variables);
    variables.put("documentId", documentId);
    variables.put("description", treatment.description().describe(item.body()));
    ObjectNode image = (ObjectNode) variables.get("image");
    image.put("href", treatment.featuredImageName(variables));

    // When
    Archetype.Rendered rendered = SITE.archetypeOf(treatment).render(variables);

    // Then
    assertThat(lane.name()).isEqualTo(laneName);
    assertThat(CanonicalJson.text(rendered.frontMatter())).isEqualTo(CanonicalJson.text(published));
    String between = "";
    if (treatment.frontMatter() == Document.Style.ORDERED) {
      assertThat(rendered.frontMatter()).hasToString(published.toString());
    } else {
      between = "\n";
    }
    assertThat(between + rendered.body()).isEqualTo(seed.substring(end + "\n---\n".length()));
  }

  private static JsonNode yaml(String text) {
    Object loaded = new Yaml(new SafeConstructor(new LoaderOptions())).load(text);
    return new JsonMapper().valueToTree(loaded);
  }
}
