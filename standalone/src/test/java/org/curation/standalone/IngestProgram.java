package org.curation.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.curation.ingest.IngestMain;
import org.curation.ingest.testing.SimulatedOpenProject;
import org.curation.model.CanonicalJson;

/**
 * The ingest program as a process of its own with every way in switched on: OpenProject polled, its
 * webhooks and pushes received, a folder read.
 */
final class IngestProgram implements AutoCloseable {
  private static final String SECRET = "a secret of webhooks";
  private static final String TOKEN = "a token of the blog";
  private static final Pattern SERVING =
      Pattern.compile("serving the interface on \\S+ port (\\d+)");
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient http = HttpClient.newHttpClient();
  private final Path folder;
  private final Path configuration;
  private ProgramProcess process;
  private int starts;

  IngestProgram(Path folder, String bootstrapServers, URI openProject) throws IOException {
    this.folder = folder;
    Files.createDirectories(records());
    configuration =
        Runs.write(
            folder.resolve("ingest.yaml"),
            """
            kafka.bootstrap-servers: %s
            topics: {partitions: %d, replication: 1}
            http.port: 0
            ingest:
              openproject:
                url: %s
                token: ${file:%s}
                types: Curated Content
                every: 200ms
                overlap: 1h
                reconcile.every: 1h
              api:
                port: 0
                webhook-secrets: ${file:%s}
                tokens: blog-system:blog:%s
              directory:
                path: %s
                every: 1s
            """
                .formatted(
                    bootstrapServers,
                    TestPipeline.PARTITIONS,
                    openProject,
                    Runs.write(folder.resolve("openproject-token"), SimulatedOpenProject.TOKEN),
                    Runs.write(folder.resolve("webhook-secret"), SECRET),
                    CanonicalJson.sha256(TOKEN.getBytes(StandardCharsets.UTF_8)),
                    records()));
    process = start();
  }

  /** The folder that it reads. */
  Path records() {
    return folder.resolve("records");
  }

  String output() throws IOException {
    return process.output();
  }

  /** Ends it as an operator would, and starts it again. */
  void restart() throws IOException, InterruptedException {
    stop();
    process = start();
  }

  /** Ends it as an operator would. */
  void stop() throws IOException, InterruptedException {
    process.terminate();
    assertThat(process.exit()).as(process.output()).isZero();
  }

  /** Delivers OpenProject's webhook of an updated work package; gives the answer's status. */
  int webhook(JsonNode workPackage) throws IOException, InterruptedException {
    String body =
        "{\"action\":\"work_package:updated\",\"work_package\":%s}".formatted(workPackage);
    HttpRequest.Builder request =
        request("/webhooks/openproject").header("X-OP-Signature", "sha1=" + signature(body));
    return send(request.POST(HttpRequest.BodyPublishers.ofString(body))).statusCode();
  }

  /** Asks the interface as the blog does. */
  HttpResponse<String> blog(String method, String path, String body)
      throws IOException, InterruptedException {
    return send(
        request(path)
            .header("Authorization", "Bearer " + TOKEN)
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  private HttpRequest.Builder request(String path) throws IOException {
    Matcher port = SERVING.matcher(process.output());
    assertThat(port.find()).as(process.output()).isTrue();
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port.group(1) + path))
        .timeout(PATIENCE)
        .header("Content-Type", "application/json");
  }

  private HttpResponse<String> send(HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  private ProgramProcess start() throws IOException {
    starts++;
    ProgramProcess started =
        ProgramProcess.start(
            IngestMain.class,
            folder.resolve("ingest-%d.log".formatted(starts)),
            "--config",
            configuration.toString());
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                !started.isAlive()
                    || (started.readiness() == 200 && SERVING.matcher(started.output()).find()));
    assertThat(started.isAlive()).as(started.output()).isTrue();
    return started;
  }

  private static String signature(String body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.close();
    http.close();
  }
}
