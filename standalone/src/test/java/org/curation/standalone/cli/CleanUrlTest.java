package org.curation.standalone.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.curation.model.topic.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class CleanUrlTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void shouldCleanArgumentsOneALine() {
    // When
    int code = execute("", "clean-url", "https://a.org/?utm_source=x", "https://b.org/?a=1");

    // Then
    assertThat(code).isZero();
    assertThat(out.toString().lines()).containsExactly("https://a.org/", "https://b.org/?a=1");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void shouldCleanStandardInputAndTellWhatIsRejected() {
    // When
    int code = execute("https://a.org/?utm_source=x\nmailto:x@y.org\nhttps://ü.org\n", "clean-url");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString().lines())
        .containsExactly("https://a.org/", "", "https://xn--tda.org/");
    assertThat(err.toString()).startsWith("rejected (not-web): ").contains("mailto:x@y.org");
  }

  @Test
  void shouldExplainEachStep() {
    execute("", "clean-url", "--explain", "HTTP://www.A.org/b/?utm_source=x");
    assertThat(out.toString())
        .contains("outcome  cleaned")
        .contains("key      a.org/b")
        .contains("rules    ")
        .contains("step     normalise: HTTP://www.A.org/b/ -> http://www.a.org/b/")
        .contains(": utm_source=x -> (nothing)");
  }

  @Test
  void shouldWriteALineForEachLineInOrder() throws Exception {
    // Given
    String input =
        """
        {"id":7,"url":"https://a.org/?utm_source=x"}
        {"id":"ü","url":"https://a.org/ü"}

        not json
        {"id":9}
        {"id":10,"url":"ftp://a.org/"}
        ["https://a.org/"]
        {"url":"https://a.org/"}
        """;

    // When
    int code = execute(input, "clean-url", "--ndjson");

    // Then
    List<JsonNode> rows = new ArrayList<>();
    for (String line : out.toString().split("\n")) {
      assertThat(line).matches("\\p{ASCII}+");
      rows.add(Json.mapper().readTree(line));
    }
    assertThat(code).isEqualTo(1);
    assertThat(rows).hasSize(7);
    assertThat(rows.get(0).path("id").intValue()).isEqualTo(7);
    assertThat(rows.get(0).path("outcome").textValue()).isEqualTo("cleaned");
    assertThat(rows.get(0).path("clean").textValue()).isEqualTo("https://a.org/");
    assertThat(rows.get(0).path("key").textValue()).isEqualTo("a.org");
    assertThat(rows.get(0).path("reason").isNull()).isTrue();
    assertThat(rows.get(0).path("steps").get(0).path("before").textValue())
        .isEqualTo("utm_source=x");
    assertThat(rows.get(1).path("id").textValue()).isEqualTo("ü");
    assertThat(rows.get(2).path("error").textValue()).contains("line 4 is no JSON object");
    assertThat(rows.get(3).path("error").textValue()).contains("line 5 has no text \"url\"");
    assertThat(rows.get(3).path("id").intValue()).isEqualTo(9);
    assertThat(rows.get(4).path("outcome").textValue()).isEqualTo("rejected");
    assertThat(rows.get(4).path("reason").textValue()).isEqualTo("not-web");
    assertThat(rows.get(4).path("clean").isNull()).isTrue();
    assertThat(rows.get(5).path("line").intValue()).isEqualTo(7);
    assertThat(rows.get(6).path("outcome").textValue()).isEqualTo("unchanged");
  }

  @Test
  void shouldTellLinesThatAreNoTextAndGoOn() {
    // Given: a byte order mark, Latin 1, a surrogate half written as UTF-8
    byte[] input =
        bytes(
            "EF BB BF",
            "https://a.org/?utm_source=x\r\n",
            "FC",
            "\n",
            "ED A0 80",
            "\nhttps://b.org/");

    // When
    int code = execute(input, "clean-url", "--explain");

    // Then
    assertThat(code).isEqualTo(1);
    assertThat(out.toString().lines().filter(line -> !line.startsWith("  ")))
        .containsExactly("https://a.org/", "", "", "https://b.org/");
    assertThat(out.toString()).doesNotContain("repair.hidden");
    assertThat(err.toString().lines())
        .containsExactly(
            "line 2 is not UTF-8; convert the input", "line 3 is not UTF-8; convert the input");
  }

  @Test
  void shouldTellJsonLinesThatAreNoTextAndGoOn() throws Exception {
    // Given
    byte[] input =
        bytes(
            "EF BB BF",
            "{\"id\":1,\"url\":\"https://a.org/\"}\n{\"id\":2,\"url\":\"https://",
            "FC",
            ".org/\"}\n{\"id\":3,\"url\":\"https://a.org/\\ud800\"}\n",
            "EF BB BF",
            "{\"id\":4,\"url\":\"https://a.org/\\ud83d\\ude00\"}");

    // When
    int code = execute(input, "clean-url", "--ndjson");

    // Then
    List<JsonNode> rows = new ArrayList<>();
    for (String line : out.toString().split("\n")) {
      rows.add(Json.mapper().readTree(line));
    }
    assertThat(code).isEqualTo(1);
    assertThat(rows).hasSize(4);
    assertThat(rows.get(0).path("outcome").textValue()).isEqualTo("unchanged");
    assertThat(rows.get(1).path("error").textValue()).startsWith("line 2 is not UTF-8");
    assertThat(rows.get(2).path("id").intValue()).isEqualTo(3);
    assertThat(rows.get(2).path("error").textValue()).startsWith("line 3 has half of a surrogate");
    assertThat(rows.get(3).path("clean").textValue()).isEqualTo("https://a.org/%F0%9F%98%80");
  }

  @Test
  void shouldUseASitesRulesAndNameWhatIsWrongInThem(@TempDir Path site) throws Exception {
    Files.writeString(
        site.resolve("url-rules.yaml"), "extends: none\nrules: [{id: mine, strip: [mine]}]\n");
    assertThat(
            execute(
                "", "clean-url", "--site", site.toString(), "https://a.org/?mine=1&utm_source=2"))
        .isZero();
    assertThat(out.toString()).isEqualToIgnoringNewLines("https://a.org/?utm_source=2");

    Files.writeString(site.resolve("url-rules.yaml"), "rules: [{id: mine, stripp: [mine]}]\n");
    assertThat(execute("", "clean-url", "--site", site.toString(), "https://a.org/")).isEqualTo(2);
    assertThat(err.toString()).contains("url-rules.yaml:1: rules[0].stripp: unknown key");
    assertThat(execute("", "clean-url", "--site", "nowhere", "x")).isEqualTo(2);
    assertThat(execute("", "clean-url", "--ndjson", "x")).isEqualTo(2);
  }

  /** Texts and, where they look like that, bytes in hexadecimal. */
  private static byte[] bytes(String... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (String part : parts) {
      joined.writeBytes(
          part.matches("[0-9A-F]{2}( [0-9A-F]{2})*")
              ? HexFormat.ofDelimiter(" ").parseHex(part)
              : part.getBytes(StandardCharsets.UTF_8));
    }
    return joined.toByteArray();
  }

  private int execute(String input, String... arguments) {
    return execute(input.getBytes(StandardCharsets.UTF_8), arguments);
  }

  private int execute(byte[] input, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input));
    try {
      CommandLine commandLine = Main.commandLine();
      commandLine.setOut(new PrintWriter(out, true));
      commandLine.setErr(new PrintWriter(err, true));
      return commandLine.execute(arguments);
    } finally {
      System.setIn(before);
    }
  }
}
