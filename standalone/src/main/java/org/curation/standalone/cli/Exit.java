package org.curation.standalone.cli;

/** Exit codes of {@code curate}. */
final class Exit {
  static final int OK = 0;

  /** Something failed that is nobody's usage mistake. */
  static final int FAILED = 1;

  /** Wrong usage or configuration. */
  static final int USAGE = 2;

  /** All went well, but dead letters wait for a decision. */
  static final int DEAD_LETTERS = 3;

  /** What {@code lanes test} found differs from what is expected. */
  static final int DIFFERENT = 4;

  private Exit() {}
}
