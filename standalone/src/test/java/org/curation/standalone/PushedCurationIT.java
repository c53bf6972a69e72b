package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.curation.ingest.capture.Fetched;
import org.curation.ingest.testing.Shared;
import org.curation.ingest.testing.SimulatedOpenProject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Another system pushes its curations, and a lane of one's own publishes them. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class PushedCurationIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  @Test
  void shouldPublishWhatIsPushedAndRemoveWhatIsDeleted() throws Exception {
    // Given
    try (SimulatedOpenProject openProject = new SimulatedOpenProject();
        TestPipeline pipeline =
            new TestPipeline(folder, any -> new Fetched.Gone("nothing is there"), siteWithBlog());
        IngestProgram ingest =
            new IngestProgram(
                folder, pipeline.connection().bootstrapServers(), openProject.url())) {
      // When
      HttpResponse<String> posted =
          ingest.blog(
              "POST",
              "/curations",
              """
              [{"id":"a","title":"First","link":"https://blog.example/a","body":"Text of a","version":1},
               {"id":"b","title":"Second","link":"https://blog.example/b","body":"Text of b","version":1}]
              """);

      // Then
      assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
      awaitTitles("First", "Second");
      PublishedDocument first = PublishedDocument.byId(folder.resolve("site")).get("blog:a");
      assertThat(first.body()).isEqualTo("Text of a");
      assertThat(first.frontMatter().get("link"))
          .isEqualTo(java.util.Map.of("href", "https://blog.example/a"));
      awaitState(ingest, "PUBLISHED");

      // When
      HttpResponse<String> put =
          ingest.blog(
              "PUT",
              "/curations/blog/a",
              "{\"title\":\"First, mended\",\"link\":\"https://blog.example/a\",\"version\":2}");

      // Then
      assertThat(put.statusCode()).as(put.body()).isEqualTo(202);
      awaitTitles("First, mended", "Second");

      // When
      HttpResponse<String> deleted = ingest.blog("DELETE", "/curations/blog/a", "");

      // Then
      assertThat(deleted.statusCode()).as(deleted.body()).isEqualTo(202);
      awaitTitles("Second");
      awaitState(ingest, "DELETED");
      pipeline.await();
      assertThat(Runs.documents(folder.resolve("site"))).hasSize(1);
      assertThat(pipeline.letters()).isEmpty();

      // When a source is pushed that the token is not for
      HttpResponse<String> foreign =
          ingest.blog(
              "PUT", "/curations/news/a", "{\"title\":\"T\",\"link\":\"https://x.example\"}");

      // Then
      assertThat(foreign.statusCode()).isEqualTo(403);
      ingest.stop();
    }
  }

  private Path siteWithBlog() throws IOException {
    Path site = folder.resolve("site-folder");
    Shared.copy(Runs.SITE, site);
    Path lanes = site.resolve("lanes.yaml");
    Files.writeString(
        lanes,
        Files.readString(lanes)
            + """

              - name: blog
                match:
                  source: blog
                archetype: blog
                document-id: "${curationId}"
                topics: topics
            """);
    Runs.write(
        site.resolve("archetypes/blog.md"),
        """
        ---
        id: ${curationId}
        title: ${title}
        slug: ${title | slugify}
        basePath: /blog/
        link:
          href: ${link.href}
        ---

        ${body}
        """);
    return site;
  }

  private void awaitTitles(String... titles) {
    await()
        .atMost(PATIENCE)
        .ignoreExceptionsInstanceOf(java.io.UncheckedIOException.class)
        .untilAsserted(
            () ->
                assertThat(PublishedDocument.byId(folder.resolve("site")).values())
                    .extracting(document -> document.text("title"))
                    .containsExactlyInAnyOrder(titles));
  }

  /** What is told of the first of them; some tenths of a second behind. */
  private static void awaitState(IngestProgram ingest, String state) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> assertThat(ingest.blog("GET", "/curations/blog/a", "").body()).contains(state));
  }
}
