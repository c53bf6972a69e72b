package org.curation.enrich.description;

import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the first characters of a text end, as readers count characters: a letter with its marks, a
 * flag or a family of emoji is one.
 *
 * @param ends position behind each, rising; at most as many as were asked for
 * @param whole whether that is all of the text
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Graphemes(int[] ends, boolean whole) {
  private static final Pattern GRAPHEME = Pattern.compile("\\X");

  /** Finds the first ones of a text. */
  static Graphemes of(String text, int most) {
    int[] ends = new int[Math.min(most, text.length())];
    Matcher matcher = GRAPHEME.matcher(text);
    int count = 0;
    while (count < ends.length && matcher.find()) {
      ends[count++] = matcher.end();
    }
    int end = count == 0 ? 0 : ends[count - 1];
    return new Graphemes(Arrays.copyOf(ends, count), end == text.length());
  }

  int count() {
    return ends.length;
  }

  /** The position behind so many characters. */
  int end(int number) {
    return number <= 0 ? 0 : ends[number - 1];
  }

  /** The last end of a character that is not behind a position. */
  int floor(int position) {
    int found = Arrays.binarySearch(ends, position);
    return end(found >= 0 ? found + 1 : -found - 1);
  }
}
