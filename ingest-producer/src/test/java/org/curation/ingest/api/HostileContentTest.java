package org.curation.ingest.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.curation.ingest.testing.Records;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Content that nobody could store or follow, and requests that can be read in two ways. */
@Timeout(60)
class HostileContentTest {
  private static final String BLOG = "/curations/blog/1";
  private static final String BEARER = "Bearer " + ApiScene.BOTH;

  private final ApiScene scene = ApiScene.standard();

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void shouldNameTextsThatCannotBeStored() {
    // Given
    String body =
        """
        {"title":"a\\u0000b","link":"https://example.org/","summary":"fine \\ud83d\\ude00",
         "fields":{"x":[1,"\\ud800 alone"],"na\\u0000me":1},"tags":["\\udc00\\ud800"]}
        """;

    // When
    HttpResponse<String> answer = scene.push("PUT", BLOG, body);
    HttpResponse<String> offering =
        scene.push("PUT", "/offerings/1", "{\"label\":\"\\u0000\",\"categories\":[]}");

    // Then
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body())
        .contains("\"title\"", "\"fields.x[1]\"", "\"fields.na\uFFFDme\"", "\"tags[0]\"")
        .contains("4 mistakes", "without NUL")
        .doesNotContain("summary");
    assertThat(offering.statusCode()).isEqualTo(422);
    assertThat(offering.body()).contains("\"label\"", "1 mistake; nothing was stored. Mend it");
    assertThat(scene.published).isEmpty();
  }

  @Test
  void shouldNameTextsOfAWebhookThatCannotBeStored() {
    // Given
    String event =
        "{\"action\":\"work_package:updated\",\"work_package\":"
            + Records.workPackage(1, 3, "Subject").toString().replace("Subject", "half \\ud800")
            + "}";

    // When
    HttpResponse<String> answer = scene.webhook(event);

    // Then
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"work_package.subject\"", "without NUL");
    assertThat(scene.published).isEmpty();
  }

  @Test
  void shouldRefuseLinksThatLeadNowhere() {
    // Given
    List<String> broken =
        List.of(
            "http://[::1",
            "http://[::1/x",
            "http://[zz]/",
            "https://example.org:99999/",
            "https://example.org:0/",
            "https://example.org:port/",
            "https:///path",
            "https://",
            "https://?x",
            "https://.../",
            "https://exa%00mple.org/",
            "https://example.org/a\\u0001b",
            "https://example.org/a\\u007fb",
            "https://exa\\u0009mple.org/",
            "https://user@example.org/",
            "https://300.1.2.3/");
    List<String> sound =
        List.of(
            "http://example.org",
            "https://example.org:8443/a?b=c#d",
            "https://b\u00fccher.example/\u00fc",
            "http://[2001:db8::1]/x",
            "https://example.org?q");

    // When
    List<HttpResponse<String>> refused = broken.stream().map(this::linked).toList();
    List<HttpResponse<String>> taken = sound.stream().map(this::linked).toList();

    // Then
    assertThat(refused)
        .allSatisfy(
            answer -> {
              assertThat(answer.statusCode()).isEqualTo(422);
              assertThat(answer.body()).contains("\"link\"", "with a host, with a port from 1");
            });
    assertThat(taken).allSatisfy(answer -> assertThat(answer.statusCode()).isEqualTo(202));
    assertThat(scene.published).hasSameSizeAs(sound);
  }

  @Test
  void shouldRefuseIdsThatArePlacesInPaths() throws IOException {
    // When
    List<String> answers = new ArrayList<>();
    for (String id : List.of(".", "..")) {
      answers.add(
          scene.push("POST", "/curations", "{\"id\":\"%s\",\"title\":\"T\"}".formatted(id)).body());
      answers.add(raw("PUT", "/curations/blog/" + id));
      answers.add(raw("DELETE", "/curations/blog/" + id.replace(".", "%2e")));
    }

    // Then
    assertThat(answers.subList(0, 2)).allSatisfy(it -> assertThat(it).contains("neither . nor .."));
    assertThat(answers.get(2)).contains("404", "No curation can have this id");
    assertThat(answers.get(4)).contains("neither . nor ..");
    assertThat(scene.published).isEmpty();
  }

  @Test
  void shouldRefuseHeadersThatComeTwice() {
    // Given
    String event = "{\"action\":\"project:created\"}";
    String signature = ApiScene.signature(event);
    String json = "application/json";

    // When
    HttpResponse<String> tokens =
        scene.send("GET", BLOG, "", "Authorization", BEARER, "Authorization", BEARER);
    HttpResponse<String> signatures =
        scene.send(
            "POST",
            "/webhooks/openproject",
            event,
            "Content-Type",
            json,
            "X-OP-Signature",
            signature,
            "X-OP-Signature",
            "sha1=" + "0".repeat(40));

    // Then
    assertThat(List.of(tokens.statusCode(), signatures.statusCode())).containsOnly(400);
    assertThat(tokens.body()).contains("Authorization: expected once", "bad-request");
    assertThat(signatures.body()).contains("X-OP-Signature: expected once");
  }

  @Test
  void shouldAnswerBrokenPathsWithAProblemWhateverTheMethod() throws IOException {
    // Given
    List<String> paths =
        List.of(
            "/curations/blog/%", "/curations/blog/%zz", "/offerings/%00", "/curations/blog/%ff");

    // When
    List<String> answers = new ArrayList<>();
    for (String method : List.of("GET", "POST", "PUT", "DELETE", "PATCH")) {
      for (String path : paths) {
        answers.add(raw(method, path));
      }
    }

    // Then
    assertThat(answers)
        .allSatisfy(
            answer ->
                assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json", "percent escapes", "bad-request"));
  }

  @Test
  void shouldNotAskForARepeatOfWhatIsTooLargeForTheTopic() {
    // Given
    scene.broken =
        java.util.Optional.of(new IllegalStateException(new RecordTooLargeException("5 MiB")));

    // When
    HttpResponse<String> answer = linked("https://example.org/");

    // Then
    assertThat(answer.statusCode()).isEqualTo(413);
    assertThat(answer.body()).contains("larger than the topic takes").doesNotContain("5 MiB");
    assertThat(answer.headers().firstValue("Retry-After")).isEmpty();
  }

  private HttpResponse<String> linked(String link) {
    return scene.push("PUT", BLOG, "{\"title\":\"T\",\"link\":\"%s\"}".formatted(link));
  }

  /** What a client sends that doesn't tidy up. */
  private String raw(String method, String path) throws IOException {
    String request =
        "%s %s HTTP/1.1\r\nHost: x\r\nAuthorization: %s\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}"
            .formatted(method, path, BEARER);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), scene.port())) {
      socket.setSoTimeout(10_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
