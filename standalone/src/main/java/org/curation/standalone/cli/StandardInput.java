package org.curation.standalone.cli;

import java.io.InputStream;

/** What is piped into a verb. */
final class StandardInput {
  private StandardInput() {}

  static InputStream bytes() {
    return System.in;
  }
}
