package org.curation.standalone.cli;

import java.nio.file.Path;
import org.curation.standalone.RunRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the site and the broker's data go. */
final class PlaceOptions {
  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Root of the Hugo site.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data of the embedded broker (default: beside --out, with .data).")
  private @Nullable Path data;

  Path out() {
    return out;
  }

  Path data() {
    return data != null ? data : RunRequest.beside(out, ".data");
  }
}
