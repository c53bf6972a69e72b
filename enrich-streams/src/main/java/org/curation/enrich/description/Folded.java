package org.curation.enrich.description;

/** A text's letters and digits in lower case: what is left when only the words count. Pure. */
final class Folded {
  private Folded() {}

  static String of(String text) {
    StringBuilder folded = new StringBuilder(text.length());
    text.codePoints()
        .filter(Character::isLetterOrDigit)
        .map(Character::toLowerCase)
        .forEach(folded::appendCodePoint);
    return folded.toString();
  }
}
