package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DescribeCommandTest {
  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void write() throws IOException {
    Files.createDirectories(folder.resolve("in/html"));
    Files.writeString(
        folder.resolve("in/html/a.html"),
        """
        <html lang="en"><head><title>Knots | Rope</title><meta property="og:site_name" content="Rope">
        <meta name="author" content="By Ann Bell"><meta name="date" content="2020-02-03">
        <meta property="og:description" content="Which knot holds a boat, and which one only looks as if it did.">
        <script type="application/ld+json">{"@type":"WebSite"}</script></head></html>
        """);
    Files.write(
        folder.resolve("in/html/old.html"),
        ("<title>Größe</title><meta http-equiv=content-type content='text/html; charset=windows-1252'>"
                + "<!--"
                + "x".repeat(2000)
                + "-->")
            .getBytes(Charset.forName("windows-1252")));
  }

  @Test
  void shouldWriteOneFileAPage() throws Exception {
    // Given
    list(
        """
        {"id":"a","url":"https://rope.example/knots","file":"html/a.html"}

        {"id":"deep/old","url":null,"file":"html/old.html"}
        """);

    // When
    int code = describe();

    // Then
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
    JsonNode page = read("a");
    assertThat(page.fieldNames())
        .toIterable()
        .containsExactly(
            "title",
            "description",
            "byline",
            "siteName",
            "publishedTime",
            "modifiedTime",
            "lang",
            "canonical",
            "image",
            "favicon",
            "htmlMeta",
            "openGraph",
            "twitter",
            "jsonLd");
    assertThat(page.path("title").asText()).isEqualTo("Knots");
    assertThat(page.path("byline").asText()).isEqualTo("Ann Bell");
    assertThat(page.path("description").asText()).startsWith("Which knot holds");
    assertThat(page.path("publishedTime").asText()).isEqualTo("2020-02-03");
    assertThat(page.path("canonical").isNull()).isTrue();
    assertThat(page.path("openGraph").path("og:site_name").asText()).isEqualTo("Rope");
    assertThat(page.path("jsonLd").path(0).path("@type").asText()).isEqualTo("WebSite");
    assertThat(read("deep/old").path("title").asText()).isEqualTo("Größe");
  }

  @Test
  void shouldAddTheCandidatesWhenAsked() throws Exception {
    // Given
    list("{\"id\":\"a\",\"url\":\"https://rope.example/knots\",\"file\":\"html/a.html\"}");

    // When
    describe("--explain");

    // Then
    JsonNode candidates = read("a").path("candidates");
    assertThat(candidates.at("/siteName/source").asText()).isEqualTo("og:site_name");
    assertThat(candidates.at("/title/source").asText()).isEqualTo("title");
    assertThat(candidates.at("/publishedTime/value/precision").asText()).isEqualTo("day");
  }

  @Test
  void shouldGoOnBehindWhatCannotBeDescribed() throws Exception {
    // Given
    list(
        """
        not json
        {"id":"x","url":"https://u.example/"}
        {"id":"../out","url":"https://u.example/","file":"html/a.html"}
        {"id":"a/../../out","url":"https://u.example/","file":"html/a.html"}
        {"id":"/etc/x","url":"https://u.example/","file":"html/a.html"}
        {"id":"..","url":"https://u.example/","file":"html/a.html"}
        {"id":"missing","url":"https://u.example/","file":"html/missing.html"}
        {"id":"folder","url":"https://u.example/","file":"html"}
        {"id":"a","url":"https://u.example/","file":"html/a.html"}
        {"id":"a","url":"https://u.example/","file":"html/old.html"}
        """);

    // When
    int code = describe();

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("1 page described, 9 not.");
    assertThat(err.toString().lines())
        .hasSize(9)
        .allMatch(line -> line.contains("pages.ndjson, line "));
    assertThat(err.toString())
        .contains("line 3: id \"../out\" can't be a file's name")
        .contains("line 7: file \"html/missing.html\" of missing isn't there")
        .contains("line 10: id \"a\" stands there a second time");
    assertThat(read("a").path("title").asText()).isEqualTo("Knots");
    try (Stream<Path> written = Files.walk(folder)) {
      assertThat(written.filter(file -> file.toString().endsWith(".json"))).hasSize(1);
    }
  }

  @Test
  void shouldReadNothingOutsideOfTheListsFolder() throws Exception {
    // Given
    Files.writeString(folder.resolve("secret.html"), "<title>Secret</title>");
    Files.createSymbolicLink(
        folder.resolve("in/html/link.html"), folder.resolve("secret.html").toAbsolutePath());
    list(
        """
        {"id":"up","url":null,"file":"../secret.html"}
        {"id":"absolute","url":null,"file":"%s"}
        {"id":"link","url":null,"file":"html/link.html"}
        {"id":"round","url":null,"file":"html/../html/a.html"}
        """
            .formatted(folder.resolve("secret.html").toAbsolutePath()));

    // When
    int code = describe();

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("1 page described, 3 not.");
    assertThat(err.toString().lines())
        .hasSize(3)
        .allMatch(line -> line.contains("leads out of the list's folder"));
    assertThat(err.toString()).contains("line 1:", "line 2:", "line 3:");
    assertThat(read("round").path("title").asText()).isEqualTo("Knots");
  }

  @Test
  void shouldTellOfAnAddressThatIsNone() throws Exception {
    // Given
    list(
        """
        {"id":"a","url":"nonsense","file":"html/a.html"}
        {"id":"b","file":"html/a.html"}
        {"id":"c","url":7,"file":"html/a.html"}
        {"id":"d","url":null,"file":"html/a.html"}
        {"id":"e\\nf","url":null,"file":"html/a.html"}
        """);

    // When
    int code = describe();

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString()).contains("4 pages described, 1 not.");
    assertThat(err.toString().lines()).hasSize(4);
    assertThat(err.toString())
        .contains("line 1: url \"nonsense\" is no web address; a is described without it")
        .contains("line 2: no url; b is described")
        .contains("line 3: url 7 is no web address")
        .contains("line 5: id \"e\\u000Af\" can't be");
    assertThat(read("a").path("title").asText()).isEqualTo("Knots");
  }

  @Test
  void shouldWriteNullsForWhatIsNoPage() throws Exception {
    // Given
    Files.writeString(folder.resolve("in/a.pdf"), "%PDF-1.7 <title>No</title>");
    Files.write(folder.resolve("in/b.bin"), new byte[2000]);
    Files.write(folder.resolve("in/empty.html"), new byte[0]);
    list(
        """
        {"id":"a","url":null,"file":"a.pdf"}
        {"id":"b","url":null,"file":"b.bin"}
        {"id":"c","url":null,"file":"empty.html"}
        """);

    // When
    int code = describe();

    // Then
    assertThat(code).isZero();
    assertThat(read("a").path("title").isNull()).isTrue();
    assertThat(read("a").path("error").asText()).isEqualTo("no page: the file is a PDF file");
    assertThat(read("b").path("error").asText()).contains("no text");
    assertThat(read("c").has("error")).isFalse();
    assertThat(err.toString().lines()).hasSize(2);
  }

  @Test
  void shouldNameAListThatIsMissing() {
    assertThat(describe()).isEqualTo(2);
    assertThat(err.toString()).contains("pages.ndjson is no file");
  }

  private void list(String lines) throws IOException {
    Files.writeString(folder.resolve("in/pages.ndjson"), lines, StandardCharsets.UTF_8);
  }

  private JsonNode read(String id) throws IOException {
    return Json.mapper().readTree(folder.resolve("out/" + id + ".json").toFile());
  }

  private int describe(String... more) {
    List<String> arguments =
        Stream.concat(
                Stream.of(
                    "describe",
                    "--pages",
                    folder.resolve("in/pages.ndjson").toString(),
                    "--out",
                    folder.resolve("out").toString()),
                Stream.of(more))
            .toList();
    return Main.commandLine()
        .setOut(new PrintWriter(out))
        .setErr(new PrintWriter(err))
        .execute(arguments.toArray(String[]::new));
  }
}
