package org.curation.enrich.link.url;

import java.util.List;

/** RFC 5893: labels that mix directions in a way that misleads are none. Pure. */
final class BidiRule {
  private static final int R = Character.DIRECTIONALITY_RIGHT_TO_LEFT;
  private static final int AL = Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
  private static final int AN = Character.DIRECTIONALITY_ARABIC_NUMBER;
  private static final int EN = Character.DIRECTIONALITY_EUROPEAN_NUMBER;
  private static final int L = Character.DIRECTIONALITY_LEFT_TO_RIGHT;
  private static final int NSM = Character.DIRECTIONALITY_NONSPACING_MARK;

  private BidiRule() {}

  /** Whether a name's labels, as people read them, may stand together. */
  static boolean holds(List<String> labels) {
    boolean mixed = labels.stream().anyMatch(label -> label.codePoints().anyMatch(BidiRule::right));
    return !mixed || labels.stream().allMatch(label -> label.isEmpty() || holds(label));
  }

  private static boolean right(int c) {
    int direction = Character.getDirectionality(c);
    return direction == R || direction == AL || direction == AN;
  }

  private static boolean holds(String label) {
    int first = Character.getDirectionality(label.codePointAt(0));
    boolean rightToLeft = first == R || first == AL;
    if (!rightToLeft && first != L) {
      return false;
    }
    int last = first;
    boolean european = false;
    boolean arabic = false;
    for (int i = 0; i < label.length(); ) {
      int c = label.codePointAt(i);
      i += Character.charCount(c);
      int direction = Character.getDirectionality(c);
      if (!allowed(direction, rightToLeft)) {
        return false;
      }
      european |= direction == EN;
      arabic |= direction == AN;
      last = direction == NSM ? last : direction;
    }
    boolean ends = last == EN || (rightToLeft ? last == R || last == AL || last == AN : last == L);
    return ends && !(rightToLeft && european && arabic);
  }

  private static boolean allowed(int direction, boolean rightToLeft) {
    return switch (direction) {
      case R, AL, AN -> rightToLeft;
      case L -> !rightToLeft;
      case EN,
          NSM,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_COMMON_NUMBER_SEPARATOR,
          Character.DIRECTIONALITY_EUROPEAN_NUMBER_TERMINATOR,
          Character.DIRECTIONALITY_OTHER_NEUTRALS,
          Character.DIRECTIONALITY_BOUNDARY_NEUTRAL ->
          true;
      default -> false;
    };
  }
}
