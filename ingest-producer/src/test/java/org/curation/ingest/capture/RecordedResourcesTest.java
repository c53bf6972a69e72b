package org.curation.ingest.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.curation.ingest.testing.Shared;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.service.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordedResourcesTest {
  private static final String IMAGE = "/api/v3/attachments/7/content";

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "https://www.healthitoutcomes.com/doc/finding-the-balance-between-patient-outreach-and-patient-care-with-technology-0001, '', pages/3719.html",
    "http://healthitoutcomes.com/doc/finding-the-balance-between-patient-outreach-and-patient-care-with-technology-0001/, '', pages/3719.html",
    "/api/v3/attachments/9831/content, Curated_Featured_Image.jpg, images/9831/Curated_Featured_Image.jpg",
    "https://work.example/api/v3/attachments/9831/content, Curated_Featured_Image.jpg, images/9831/Curated_Featured_Image.jpg",
    "/api/v3/attachments/17204/content, Lectio_Extension_Curation.json, openproject/attachments/content/17204_Lectio_Extension_Curation.json",
    "https://fixture.invalid/thumbnail.jpg, '', images/dropmark/thumbnail.jpg"
  })
  void shouldFindTheFixtures(String url, String fileName, String expected) throws IOException {
    // Given
    RecordedResources resources = new RecordedResources(Shared.fixtures());

    // When
    Fetched fetched = resources.fetch(request(url, fileName));

    // Then
    byte[] bytes = Files.readAllBytes(Shared.fixtures().resolve(expected));
    assertThat(fetched)
        .isInstanceOfSatisfying(
            Fetched.Bytes.class,
            found -> {
              assertThat(found.body()).isEqualTo(bytes);
              assertThat(found.reply().finalUrl()).isEqualTo(url);
            });
  }

  @ParameterizedTest
  @CsvSource({
    "https://example.org/other, ''",
    "/api/v3/attachments/1/content, a.jpg",
    "https://fixture.invalid/other.jpg, ''",
    "not a url at all, ''",
    "file:///etc/passwd, ''"
  })
  void shouldSayWhatIsNotRecorded(String url, String fileName) throws IOException {
    // Given
    Files.createDirectories(folder.resolve("images/7"));

    // When / Then
    assertThat(new RecordedResources(folder).fetch(request(url, fileName)))
        .isInstanceOfSatisfying(
            Fetched.Gone.class, gone -> assertThat(gone.reason()).startsWith("not recorded"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.txt",
        "..",
        ".",
        "",
        "a/../../secret.txt",
        "..\\secret.txt",
        "a/b",
        "a\u0000.jpg",
        "a\n.jpg",
        "/etc/passwd"
      })
  void shouldRefuseHostileNames(String name) throws IOException {
    // Given
    Files.createDirectories(folder.resolve("images/7/a"));
    Files.createDirectories(folder.resolve("images/dropmark"));
    Files.writeString(folder.resolve("images/secret.txt"), "secret");
    RecordedResources resources = new RecordedResources(folder);

    // When / Then
    assertThat(resources.fetch(request(IMAGE, name))).isInstanceOf(Fetched.Refused.class);
    assertThat(resources.fetch(request("https://fixture.invalid/" + name, "")))
        .isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void shouldStayInsideTheDirectory() throws IOException {
    // Given
    Path inside =
        Files.createDirectories(folder.resolve("inside/images/7")).getParent().getParent();
    Path secret = Files.writeString(folder.resolve("secret.txt"), "secret");
    Files.createSymbolicLink(inside.resolve("images/7/link.jpg"), secret);
    Files.writeString(
        inside.resolve("sources.json"),
        "{\"a\":{\"href\":\"https://x.org/up\",\"page\":\"../secret.txt\"},"
            + "\"b\":{\"href\":\"https://x.org/abs\",\"page\":\"%s\"}}".formatted(secret));
    RecordedResources resources = new RecordedResources(inside);

    // When / Then
    assertThat(resources.fetch(request(IMAGE, "link.jpg"))).isInstanceOf(Fetched.Refused.class);
    assertThat(resources.fetch(request("https://x.org/up", "")))
        .isInstanceOf(Fetched.Refused.class);
    assertThat(resources.fetch(request("https://x.org/abs", "")))
        .isInstanceOf(Fetched.Refused.class);
  }

  @Test
  void shouldPreferTheExactUrl() throws IOException {
    // Given
    Files.writeString(folder.resolve("one.html"), "one");
    Files.writeString(folder.resolve("two.html"), "two");
    Files.writeString(
        folder.resolve("sources.json"),
        "{\"a\":{\"href\":\"https://x.org/a\",\"page\":\"one.html\"},\"b\":{\"href\":\"https://x.org/a/\",\"page\":\"two.html\"}}");
    RecordedResources resources = new RecordedResources(folder);

    // When / Then
    assertThat(text(resources.fetch(request("https://x.org/a/", "")))).isEqualTo("two");
    assertThat(text(resources.fetch(request("http://www.x.org/a/", "")))).isEqualTo("one");
  }

  @Test
  void shouldNameABrokenIndex() throws IOException {
    // Given
    Files.writeString(folder.resolve("sources.json"), "{broken");

    // When / Then
    assertThatThrownBy(() -> new RecordedResources(folder))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("sources.json");
  }

  private static String text(Fetched fetched) {
    return fetched instanceof Fetched.Bytes bytes
        ? new String(bytes.body(), StandardCharsets.UTF_8)
        : fetched.toString();
  }

  private static CaptureRequest request(String url, String fileName) {
    return new CaptureRequest(CaptureKey.parse("open-project:1|page"), 1, url, fileName);
  }
}
