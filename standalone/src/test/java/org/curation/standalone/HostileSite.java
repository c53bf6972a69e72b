package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.model.Document;
import org.curation.model.RawCuration;
import org.curation.model.topic.Json;
import org.curation.sink.hugo.DocumentFile;

/** A site of attacks: through the pipeline's lanes, built by a real Hugo that lets all through. */
final class HostileSite {
  private final Path folder;
  private final PureRun run =
      new PureRun(SiteConfiguration.load(HostileMarkup.FOLDER.resolve("site")));

  /** The attack of each page, by the page's number. */
  private final Map<Integer, String> attacks = new LinkedHashMap<>();

  HostileSite(Path folder) {
    this.folder = folder;
  }

  Map<Integer, String> attacks() {
    return attacks;
  }

  /** One page whose body is the attack. */
  void body(String project, String attack) throws IOException {
    int id = attacks.size() + 1;
    String armed = HostileMarkup.armed(attack, id);
    add(id, project + ": " + armed, project, "Title " + id, armed, Map.of());
  }

  /** One page whose front matter has the attack wherever a curator can write. */
  void frontMatter(String project, String attack) throws IOException {
    int id = attacks.size() + 1;
    String armed = HostileMarkup.armed(attack, id);
    Map<String, JsonNode> fields =
        Map.of(
            "imageUrl", TextNode.valueOf(armed),
            "imageAlt", TextNode.valueOf(armed),
            "sourceUrl", TextNode.valueOf(armed),
            "medigyTopics",
                TextNode.valueOf(Json.mapper().createArrayNode().add(armed).toString()));
    String body = armed.replace("&", "&amp;").replace("<", "&lt;");
    add(id, "front matter: " + armed, project, armed + " " + id, body, fields);
  }

  private void add(
      int id, String name, String project, String title, String body, Map<String, JsonNode> fields)
      throws IOException {
    attacks.put(id, name);
    RawCuration raw = RawRecords.record(id, RawRecords.payload(id, title, body), fields, project);
    List<Document> documents = run.documents(raw);
    assertThat(documents).as(name).isNotEmpty();
    Path file = folder.resolve(documents.getLast().path());
    Files.createDirectories(file.getParent());
    Files.write(file, DocumentFile.render(documents.getLast()).bytes());
  }

  /** The pages by their path. */
  Map<String, byte[]> build() throws IOException, InterruptedException {
    Path theme = HostileMarkup.FOLDER.resolve("hugo");
    try (Stream<Path> files = Files.walk(theme)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(theme.relativize(file).toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
    Path log = folder.resolveSibling("hugo.log");
    Process hugo =
        new ProcessBuilder("hugo", "--quiet", "--source", folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    assertThat(hugo.waitFor(120, TimeUnit.SECONDS)).as("hugo ends").isTrue();
    assertThat(hugo.exitValue()).as(Files.readString(log)).isZero();
    Map<String, byte[]> pages = new LinkedHashMap<>();
    for (int id : attacks.keySet()) {
      String path = "/v/v-%d/".formatted(id);
      pages.put(path, Files.readAllBytes(folder.resolve("public" + path).resolve("index.html")));
    }
    return pages;
  }
}
