package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.curation.ingest.capture.RecordedResources;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.IngestRun;
import org.curation.model.CleanText;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.RawCuration;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A real Hugo builds what was published of the samples and of everything hostile. */
class HugoBuildIT {
  private static final Path TEST_SITE = Path.of("src", "test", "resources", "hugo");

  @TempDir Path folder;

  @BeforeEach
  void requireHugo() {
    boolean found =
        Stream.of(Optional.ofNullable(System.getenv("PATH")).orElse("").split(":", -1))
            .anyMatch(each -> Files.isExecutable(Path.of(each, "hugo")));
    assumeTrue(found, "there is no hugo on the PATH; install Debian's package to run this test");
  }

  @Test
  void shouldBuildEverythingThatWasPublished() throws Exception {
    // Given
    List<RawCuration> hostile = hostile();
    Map<CurationId, Document> documents = new LinkedHashMap<>();
    try (TestPipeline pipeline = new TestPipeline(folder, new RecordedResources(Runs.SAMPLES))) {
      DirectorySource samples =
          new DirectorySource(
              Runs.SAMPLES,
              Optional.empty(),
              AcceptedIndex.load(pipeline.connection()),
              DirectorySource.Options.defaults().withClock(Clock.systemUTC()));
      new IngestRun(pipeline.connection(), samples, read -> {}).run();
      for (RawCuration raw : hostile) {
        pipeline.send(raw);
      }
      pipeline.await();
      pipeline.documents().forEach(document -> documents.put(document.id(), document));
    }
    documents.values().removeIf(document -> document.state() != Document.State.PUBLISHED);
    assertThat(documents.keySet()).containsAll(hostile.stream().map(RawCuration::id).toList());
    assertThat(documents).hasSizeGreaterThan(hostile.size() + 10);
    Path site = folder.resolve("site");
    copySite(site);

    // When
    String output = hugo(site);

    // Then
    assertThat(output).doesNotContain("WARN").doesNotContain("ERROR").doesNotContain("Error");
    SoftAssertions softly = new SoftAssertions();
    documents.values().forEach(document -> check(softly, site.resolve("public"), document));
    softly.assertAll();
  }

  private static void check(SoftAssertions softly, Path built, Document document) {
    Path page = built.resolve(document.address().substring(1)).resolve("index.html");
    softly.assertThat(page).as("%s at %s", document.id(), document.address()).exists();
    if (!Files.exists(page)) {
      return;
    }
    String html = read(page);
    String title =
        document.frontMatter() == null ? "" : document.frontMatter().path("title").asText();
    softly.assertThat(html).as("title of " + document.id()).contains("<h1>" + escaped(title));
    for (String alias : document.formerAddresses()) {
      Path from = built.resolve(alias.replaceFirst("^/", "")).normalize();
      softly.assertThat(from.startsWith(built)).as(alias).isTrue();
      softly.assertThat(from.resolve("index.html")).as("alias of " + document.id()).exists();
    }
  }

  /** Everything hostile that nevertheless is a document. */
  private static List<RawCuration> hostile() {
    List<RawCuration> all = new ArrayList<>();
    long n = 5000;
    for (String title : HostileTexts.TITLES) {
      all.add(everywhere(n, title));
      n++;
    }
    for (String body : HostileTexts.BODIES) {
      all.add(RawRecords.with(n, "Body " + n, body));
      n++;
    }
    for (String topic : HostileTexts.TOPICS) {
      String topics = Json.mapper().createArrayNode().add(topic).add("KLAS: Care").toString();
      all.add(
          RawRecords.record(
              n,
              RawRecords.payload(n, "Topic " + n, "b"),
              Map.of("medigyTopics", TextNode.valueOf(topics))));
      n++;
    }
    for (String date : HostileTexts.DATES) {
      ObjectNode created = RawRecords.payload(n, "Created " + n, "b").put("createdAt", date);
      all.add(RawRecords.record(n, created, Map.of(), "medigy-sleep-care"));
      ObjectNode both = RawRecords.payload(n + 1, "Both " + n, "b");
      both.put("createdAt", date).put("updatedAt", date);
      all.add(RawRecords.record(n + 1, both, Map.of(), "medigy-sleep-care"));
      n += 2;
    }
    ObjectNode number = RawRecords.payload(n, "Huge number", "b");
    number.put("id", new BigDecimal("1e999999999"));
    all.add(RawRecords.record(n, number, Map.of()));
    all.add(RawRecords.with(n + 1, "Two mebibytes", "word ".repeat(400_000)));
    return all;
  }

  /** One text as title, body, custom fields, project name and type of one item. */
  private static RawCuration everywhere(long n, String text) {
    Map<String, com.fasterxml.jackson.databind.JsonNode> fields =
        Map.of(
            "sourceUrl",
            TextNode.valueOf(text.substring(0, Math.min(4000, text.length()))),
            // A name with half a pair is no JSON; that is PoisonIT's matter.
            "x" + text.replaceAll("[\\ud800-\\udfff]", ""),
            TextNode.valueOf(text));
    String project = n % 2 == 0 ? "netspective-medigy-news" : "medigy-sleep-care";
    return RawRecords.record(n, RawRecords.payload(n, text, text), fields, project);
  }

  private static String hugo(Path site) throws IOException, InterruptedException {
    Path log = site.resolveSibling("hugo.log");
    Process hugo =
        new ProcessBuilder("hugo", "--panicOnWarning", "--source", site.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(hugo.waitFor(120, TimeUnit.SECONDS)).as("hugo ends").isTrue();
    String output = read(log);
    assertThat(hugo.exitValue()).as(output).isZero();
    return output;
  }

  private static void copySite(Path site) throws IOException {
    try (Stream<Path> files = Files.walk(TEST_SITE)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = site.resolve(TEST_SITE.relativize(file));
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }

  /** As Go's templates write a text; a line break at its end is of no matter. */
  private static String escaped(String title) {
    return CleanText.ofValue(title)
        .text()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&#34;")
        .replace("'", "&#39;")
        .replace("+", "&#43;");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
