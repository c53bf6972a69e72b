package org.curation.standalone.cli;

import java.nio.file.Path;

/** The project's folder, which the start script tells. */
final class Home {
  private Home() {}

  static Path folder() {
    return Path.of(System.getProperty("curate.home", "."));
  }
}
