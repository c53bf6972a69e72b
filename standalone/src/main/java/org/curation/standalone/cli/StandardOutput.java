package org.curation.standalone.cli;

import java.io.PrintWriter;

/** What is at the other end of the output. */
final class StandardOutput {
  private StandardOutput() {}

  /**
   * Flushes, and says whether nobody takes the output any more. The writer of a command line hides
   * the failures of the stream below it.
   */
  static boolean isGone(PrintWriter out) {
    return out.checkError() || System.out.checkError();
  }
}
