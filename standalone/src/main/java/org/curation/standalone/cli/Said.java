package org.curation.standalone.cli;

import org.curation.service.UserError;

/** What a person says about a decision: kept for ever, so it must be something and not a book. */
final class Said {
  private static final int NAME = 200;
  private static final int REASON = 1000;

  private Said() {}

  static String name(String option, String text) {
    return checked(option, text, NAME);
  }

  static String reason(String option, String text) {
    return checked(option, text, REASON);
  }

  private static String checked(String option, String text, int most) {
    String said = text.strip();
    if (said.isEmpty() || said.length() > most) {
      throw new UserError(
          "%s must have from 1 to %d characters, not %d".formatted(option, most, said.length()));
    }
    return said;
  }
}
