package org.curation.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.openproject.WebhookSignature;
import org.curation.ingest.published.IdentityImport;
import org.curation.ingest.published.PublishedSite;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.IdentityPublisher;
import org.curation.ingest.source.IngestReport;
import org.curation.ingest.source.IngestRun;
import org.curation.service.KafkaConnection;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the configured folder, when something in it changed. For one thread. */
final class FolderReading {
  private static final Logger LOG = LoggerFactory.getLogger(FolderReading.class);

  private final Configuration configuration;
  private final KafkaConnection connection;
  private final Clock clock;
  private final Path folder;
  private Map<String, Seen> read = Map.of();
  private boolean first = true;

  /** What tells that a file changed. */
  private record Seen(long bytes, long modified) {}

  FolderReading(Configuration configuration, KafkaConnection connection, Clock clock) {
    this.configuration = configuration;
    this.connection = connection;
    this.clock = clock;
    this.folder = configuration.get(Keys.INGEST_PATH);
  }

  /**
   * Reads and publishes; empty when nothing changed since the last time.
   *
   * @throws org.curation.service.UserError when the folder can't be read
   * @throws KafkaException when the cluster can't be read
   * @throws org.curation.ingest.source.PublishException when a record was not acknowledged
   */
  Optional<IngestReport> next() {
    Map<String, Seen> now = look();
    if (!first && now.equals(read)) {
      return Optional.empty();
    }
    DirectorySource source = source();
    if (first) {
      configuration.find(Keys.INGEST_PUBLISHED).ifPresent(site -> identities(site, source));
    }
    IngestReport report = new IngestRun(connection, source, settled -> {}).run();
    read = now;
    first = false;
    return Optional.of(report);
  }

  private DirectorySource source() {
    DirectorySource.Options options =
        DirectorySource.Options.defaults()
            .withClock(clock)
            .withMirrorLimit(configuration.get(Keys.INGEST_MIRROR_LIMIT) / 100.0);
    return new DirectorySource(
        folder,
        configuration.find(Keys.INGEST_WEBHOOK_SECRET).map(WebhookSignature::of),
        AcceptedIndex.load(connection),
        configuration.get(Keys.INGEST_MIRROR) ? options.mirroring() : options);
  }

  private void identities(Path site, DirectorySource source) {
    IdentityImport imported = IdentityImport.of(PublishedSite.read(site), source.links());
    imported.problems().forEach(problem -> LOG.atWarn().log("{}", problem.message()));
    long count = new IdentityPublisher(connection).publish(imported.identities());
    LOG.atInfo().addKeyValue("identities", count).log("imported the identities of {}", site);
  }

  private Map<String, Seen> look() {
    Map<String, Seen> found = new HashMap<>();
    try (Stream<Path> files = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      files.forEach(
          file -> {
            try {
              BasicFileAttributes facts = Files.readAttributes(file, BasicFileAttributes.class);
              if (facts.isRegularFile()) {
                found.put(
                    file.toString(), new Seen(facts.size(), facts.lastModifiedTime().toMillis()));
              }
            } catch (IOException e) {
              LOG.atDebug().log("went while it was looked at: {}", file);
            }
          });
    } catch (IOException | UncheckedIOException e) {
      // The reading itself says what is wrong, for people. Until it can be told, it reads again.
      found.put("", new Seen(-1, clock.millis()));
    }
    return found;
  }
}
