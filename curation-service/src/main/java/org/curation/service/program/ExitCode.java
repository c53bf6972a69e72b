package org.curation.service.program;

/** Exit codes of the programs and of {@code curate}. */
public final class ExitCode {
  /** All went well, or a program stopped because it was told to. */
  public static final int OK = 0;

  /** Something failed that is nobody's usage mistake. Starting again may mend it. */
  public static final int FAILED = 1;

  /** Wrong usage or configuration. Starting again does not mend it. */
  public static final int USAGE = 2;

  /** All went well, but dead letters wait for a decision. */
  public static final int DEAD_LETTERS = 3;

  /** What {@code lanes test} found differs from what is expected. */
  public static final int DIFFERENT = 4;

  /** A program did not stop within the grace time. Nothing is lost: what was in hand is redone. */
  public static final int GRACE_EXCEEDED = 5;

  private ExitCode() {}
}
