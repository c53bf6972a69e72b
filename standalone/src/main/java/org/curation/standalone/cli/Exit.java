package org.curation.standalone.cli;

import org.curation.service.program.ExitCode;

/** Exit codes of {@code curate}. */
final class Exit {
  static final int OK = ExitCode.OK;

  /** Something failed that is nobody's usage mistake. */
  static final int FAILED = ExitCode.FAILED;

  /** Wrong usage or configuration. */
  static final int USAGE = ExitCode.USAGE;

  /** All went well, but dead letters wait for a decision. */
  static final int DEAD_LETTERS = ExitCode.DEAD_LETTERS;

  /** What {@code lanes test} found differs from what is expected. */
  static final int DIFFERENT = ExitCode.DIFFERENT;

  private Exit() {}
}
