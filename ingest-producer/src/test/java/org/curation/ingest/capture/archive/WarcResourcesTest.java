package org.curation.ingest.capture.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.GZIPOutputStream;
import org.curation.ingest.capture.Fetched;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WarcResourcesTest {
  @TempDir private Path folder;

  @Test
  void shouldGiveTheNewestOfAnAddress() throws IOException {
    // Given
    write("a.warc", record("https://example.org/a", "2021-01-01", "200 OK", "", "new"));
    write("b.warc.gz", record("https://example.org/a", "2020-01-01", "200 OK", "", "old"));

    // When / Then
    assertThat(body("https://example.org/a")).isEqualTo("new");
    assertThat(body("http://www.example.org/a/")).isEqualTo("new");
    assertThat(fetch("https://example.org/b")).isInstanceOf(Fetched.Gone.class);
  }

  @Test
  void shouldFollowRedirectsInsideOfArchives() throws IOException {
    // Given
    write(
        "a.warc.gz",
        record("https://example.org/1", "2021-01-01", "301 Moved", "Location: /2\r\n", ""),
        record("https://example.org/2", "2021-01-01", "200 OK", "", "here"));

    // When
    Fetched fetched = fetch("https://example.org/1");

    // Then
    assertThat(fetched).isInstanceOf(Fetched.Bytes.class);
    assertThat(fetched.reply().finalUrl()).isEqualTo("https://example.org/2");
    assertThat(fetched.reply().moved()).isTrue();
  }

  @Test
  void shouldPassOverWhatIsBroken() throws IOException {
    // Given
    byte[] whole = record("https://example.org/a", "2021-01-01", "200 OK", "", "kept");
    write("a.warc", whole);
    write("b.warc", Arrays.copyOf(whole, whole.length / 2));
    write("c.warc.gz", "no gzip at all".getBytes(StandardCharsets.UTF_8));
    Files.write(folder.resolve("d.warc"), new byte[4096]);

    // When / Then
    assertThat(body("https://example.org/a")).isEqualTo("kept");
  }

  private String body(String url) {
    return new String(((Fetched.Bytes) fetch(url)).body(), StandardCharsets.UTF_8);
  }

  private Fetched fetch(String url) {
    CaptureKey key = new CaptureKey(CurationId.parse("open-project:1"), CaptureKey.PAGE);
    return new WarcResources(folder).fetch(new CaptureRequest(key, 1, url, ""));
  }

  private void write(String name, byte[]... records) throws IOException {
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    for (byte[] each : records) {
      if (name.endsWith(".gz")) {
        // Each record is a member of its own, so that a reader can begin at any.
        ByteArrayOutputStream member = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(member)) {
          gzip.write(each);
        }
        file.write(member.toByteArray());
      } else {
        file.write(each);
      }
    }
    Files.write(folder.resolve(name), file.toByteArray());
  }

  private static byte[] record(String url, String day, String status, String headers, String body) {
    String http =
        "HTTP/1.1 %s\r\nContent-Type: text/html\r\n%sContent-Length: %d\r\n\r\n%s"
            .formatted(status, headers, body.length(), body);
    String warc =
        """
        WARC/1.0\r
        WARC-Type: response\r
        WARC-Target-URI: %s\r
        WARC-Date: %sT00:00:00Z\r
        WARC-Record-ID: <urn:uuid:%s>\r
        Content-Type: application/http;msgtype=response\r
        Content-Length: %d\r
        \r
        %s\r
        \r
        """
            .formatted(
                url,
                day,
                UUID.nameUUIDFromBytes((url + day).getBytes(StandardCharsets.UTF_8)),
                http.length(),
                http);
    return warc.getBytes(StandardCharsets.US_ASCII);
  }
}
