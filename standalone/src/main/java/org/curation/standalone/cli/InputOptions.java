package org.curation.standalone.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.openproject.WebhookSignature;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What records are read from and what shapes them. */
final class InputOptions {
  @Option(
      names = "--from",
      required = true,
      paramLabel = "DIR",
      description =
          "Saved records: API answers, webhook payloads, exports, offerings, pages, images.")
  @SuppressWarnings("NullAway.Init")
  private Path from;

  @Option(
      names = "--published",
      paramLabel = "DIR",
      description = "An already published site whose document ids, addresses and places are kept.")
  private @Nullable Path published;

  @Option(
      names = "--webhook-secret-file",
      paramLabel = "FILE",
      description = "Secret that signs webhook payloads; without it signed payloads are rejected.")
  private @Nullable Path webhookSecret;

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "Lanes and archetypes (default: the project's site folder).")
  private @Nullable Path site;

  Path from() {
    return from;
  }

  Optional<Path> published() {
    return Optional.ofNullable(published);
  }

  Optional<Path> webhookSecret() {
    return Optional.ofNullable(webhookSecret);
  }

  Optional<WebhookSignature> verifier() {
    return webhookSecret().map(file -> WebhookSignature.ofFiles(List.of(file)));
  }

  Path site() {
    return site != null ? site : Home.folder().resolve("site");
  }
}
