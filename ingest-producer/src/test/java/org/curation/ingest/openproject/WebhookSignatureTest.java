package org.curation.ingest.openproject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.curation.ingest.testing.Shared;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignatureTest {
  private static final byte[] BODY =
      "The quick brown fox jumps over the lazy dog".getBytes(StandardCharsets.US_ASCII);
  // A published test value of HMAC-SHA1 for the key "key".
  private static final String HEX = "de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9";

  @TempDir Path folder;

  @Test
  void shouldTellGenuineFixturesFromTheTamperedOne() throws IOException {
    // Given
    WebhookSignature signature = WebhookSignature.of(Shared.SECRET);
    List<Path> bodies;
    try (Stream<Path> files = Files.list(Shared.fixtures().resolve("openproject/webhooks"))) {
      bodies = files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    }

    // When
    List<String> refused =
        bodies.stream()
            .filter(body -> !matches(signature, body))
            .map(body -> body.getFileName().toString())
            .toList();

    // Then
    assertThat(bodies).hasSize(10);
    assertThat(refused).containsExactly("3719_updated_tampered.json");
  }

  @Test
  void shouldAcceptAnyOfSeveralSecrets() {
    // Given
    WebhookSignature signature = WebhookSignature.of("old", "key", "newer");

    // When / Then
    assertThat(signature.matches(BODY, "sha1=" + HEX)).isTrue();
    assertThat(WebhookSignature.of("old", "newer").matches(BODY, "sha1=" + HEX)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "sha1=",
        HEX,
        "sha256=" + HEX,
        "sha1=" + HEX + "00",
        "sha1=de7c9b85b8b78aa6bc8a7a36f70a90701c9db4d8",
        "sha1=zz7c9b85b8b78aa6bc8a7a36f70a90701c9db4d9"
      })
  void shouldRefuseOtherForms(String header) {
    // When / Then
    assertThat(WebhookSignature.of("key").matches(BODY, header)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"key", "key\n", "key\r\n", "key\n\n"})
  void shouldTrimLineEndsOfSecretFiles(String content) throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("secret"), content);

    // When
    WebhookSignature signature = WebhookSignature.ofFiles(List.of(file));

    // Then
    assertThat(signature.matches(BODY, " sha1=" + HEX + "\n")).isTrue();
  }

  @Test
  void shouldNotTrimSpaces() throws IOException {
    // Given
    Path file = Files.writeString(folder.resolve("secret"), "key \n");

    // When / Then
    assertThat(WebhookSignature.ofFiles(List.of(file)).matches(BODY, "sha1=" + HEX)).isFalse();
  }

  @Test
  void shouldNameTheFileThatHoldsNoSecret() throws IOException {
    // Given
    Path empty = Files.writeString(folder.resolve("empty"), "\n");
    Path absent = folder.resolve("absent");
    Path huge = Files.writeString(folder.resolve("huge"), "s".repeat(5000));

    // When / Then
    for (Path file : List.of(empty, absent, huge)) {
      assertThatThrownBy(() -> WebhookSignature.ofFiles(List.of(file)))
          .isInstanceOf(UserError.class)
          .hasMessageContaining(file.toString())
          .hasMessageNotContaining("ssss");
    }
    assertThatThrownBy(WebhookSignature::of).isInstanceOf(UserError.class);
  }

  private static boolean matches(WebhookSignature signature, Path body) {
    try {
      String sig = body.toString().replaceFirst("\\.json$", ".sig");
      return signature.matches(Files.readAllBytes(body), Files.readString(Path.of(sig)));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
