package org.curation.standalone.cli;

import java.io.BufferedReader;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What is piped into a verb. */
final class StandardInput {
  private StandardInput() {}

  static InputStream bytes() {
    return System.in;
  }

  /** As UTF-8; what is none becomes U+FFFD. */
  static BufferedReader text() {
    return new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
  }
}
