package org.curation.standalone.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where lanes and archetypes are. */
final class SiteOption {
  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "Lanes and archetypes (default: the project's site folder).")
  private @Nullable Path site;

  Path folder() {
    return site != null ? site : Home.folder().resolve("site");
  }
}
