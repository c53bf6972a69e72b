package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;

/**
 * Takes a site's name off a title: where the part is known to be the site's name, where the rest is
 * the page's heading, or where a separator is followed by little behind a title that is long
 * enough.
 */
final class TitleAffixes {
  /** Titles in Chinese and Japanese are parted without blanks. */
  private static final String DENSE =
      "|(?<=[\\u2E80-\\uD7AF\\uF900-\\uFAFF\\uFF00-\\uFFEF])\\s?_{1,3}\\s?|\\s?_{1,3}\\s?(?=[\\u2E80-\\uD7AF])";

  private static final Pattern SEPARATOR =
      Pattern.compile(
          "\\s+[|\\-\\u2010-\\u2015»«›‹·•:~>/\\\\⋆★]{1,3}\\s+|\\s?(?:\\||»|::|\\uFF5C)\\s?|(?<=\\S):\\s+|(?<=\\S)[—–]\\s+"
              + "|(?<=[\\u2E80-\\uD7AF\\uFF00-\\uFFEF])[-–—－](?=[\\u2E80-\\uD7AF])"
              + DENSE);

  /** The same without colons, which belong to titles more often than not. */
  private static final Pattern BARS =
      Pattern.compile(
          "\\s+[|\\-\\u2010-\\u2015»«›‹·•~>/\\\\⋆★]{1,3}\\s+|\\s?(?:\\||»|::|\\uFF5C)\\s?|(?<=\\S)[—–]\\s+"
              + DENSE);

  private static final Pattern STRONG =
      Pattern.compile("\\s+[|\\-\\u2010-\\u2015»·•/\\\\]{1,2}\\s+|\\s?\\uFF5C\\s?" + DENSE);

  /** "Issue 12" is a title only together with what it is an issue of. */
  private static final Pattern NUMBER = Pattern.compile("\\s*[\\p{L}.]{0,12}\\s?#?\\d{1,6}\\s*");

  private static final int MOST_PARTS = 8;
  private static final int MOST_CUTS = 3;
  private static final int FEWEST_WORDS = 5;
  private static final int FEWEST_IN_SECTION = 3;

  private final Set<String> brands = new HashSet<>();

  /** Takes names of the site, and its host's main label, in any spelling. */
  TitleAffixes(List<String> brands) {
    for (String brand : brands) {
      String folded = LineText.folded(brand);
      if (folded.length() > 1) {
        this.brands.add(folded);
        this.brands.add(folded.startsWith("the") ? folded.substring(3) : "the" + folded);
      }
    }
  }

  /** Whether a text is the site's name. */
  boolean isBrand(String text) {
    return brands.contains(LineText.folded(text));
  }

  /** A title without the site's names at its ends; never empty. */
  String without(String title) {
    String rest = title;
    for (int i = 0; i < MOST_CUTS; i++) {
      String shorter = cut(rest);
      if (shorter.equals(rest)) {
        return rest;
      }
      rest = shorter;
    }
    return rest;
  }

  private String cut(String title) {
    Matcher separator = SEPARATOR.matcher(title);
    int firstStart = -1;
    int firstEnd = -1;
    while (separator.find()) {
      if (firstStart < 0) {
        firstStart = separator.start();
        firstEnd = separator.end();
      }
      String tail = title.substring(separator.end());
      if (!tail.isBlank() && separator.start() > 0 && (isBrand(tail) || isSlogan(tail))) {
        return title.substring(0, separator.start()).strip();
      }
    }
    boolean leads =
        firstStart > 0
            && firstEnd < title.length()
            && isBrand(title.substring(0, firstStart))
            && !NUMBER.matcher(title.substring(firstEnd)).matches();
    return leads ? title.substring(firstEnd).strip() : title;
  }

  /** The site's name between bars, and what it says of itself behind that. */
  private boolean isSlogan(String tail) {
    Matcher bar = BARS.matcher(tail);
    return bar.find() && bar.start() > 0 && isBrand(tail.substring(0, bar.start()));
  }

  /** A title without the section that stands behind its last bar, when enough is left. */
  String withoutSection(String title, List<String> sections) {
    List<String> ends = sections.isEmpty() ? List.of() : ends(title);
    if (ends.size() < 2) {
      return title;
    }
    String last = ends.get(0);
    String rest = title.substring(0, title.length() - last.length());
    boolean section =
        sections.stream().anyMatch(each -> LineText.folded(each).equals(LineText.folded(last)));
    String shorter = rest.replaceFirst("[\\s\\p{Punct}–—|·•»›｜]{1,6}$", "");
    return section && words(shorter) >= FEWEST_IN_SECTION ? shorter : title;
  }

  /**
   * The longest part of a title between separators that is a heading; the title if none is.
   *
   * @param share the least part of the title's length: a section's heading stands in titles, too
   */
  static String headed(String title, List<String> headings, double share) {
    Set<String> wanted = new HashSet<>();
    headings.forEach(heading -> wanted.add(LineText.folded(heading)));
    List<Integer> starts = new ArrayList<>(List.of(0));
    List<Integer> ends = new ArrayList<>();
    Matcher separator = BARS.matcher(title);
    while (separator.find() && starts.size() < MOST_PARTS) {
      ends.add(separator.start());
      starts.add(separator.end());
    }
    ends.add(title.length());
    for (int parts = starts.size() - 1; parts > 0; parts--) {
      for (int from = 0; from + parts <= starts.size(); from++) {
        String part = title.substring(starts.get(from), ends.get(from + parts - 1));
        String folded = LineText.folded(part);
        if (folded.length() > 3
            && part.length() >= share * title.length()
            && wanted.contains(folded)) {
          return part.strip();
        }
      }
    }
    return title;
  }

  /** What stands before the first and behind the last separator; none without a separator. */
  static List<String> ends(String title) {
    List<String> ends = new ArrayList<>();
    Matcher separator = BARS.matcher(title);
    int last = -1;
    while (separator.find()) {
      if (last < 0 && separator.start() > 0) {
        ends.add(title.substring(0, separator.start()).strip());
      }
      last = separator.end();
    }
    if (last > 0 && last < title.length()) {
      ends.add(0, title.substring(last).strip());
    }
    return ends;
  }

  /** What is left without the last part, when that is short and enough is left. */
  static String shortened(String title) {
    int start = -1;
    int end = -1;
    Matcher separator = STRONG.matcher(title);
    boolean sections = false;
    while (!sections && separator.find()) {
      start = separator.start();
      end = separator.end();
      // What stands behind the first of these are sections, then the site.
      sections = separator.group().contains("_");
    }
    if (start <= 0) {
      return title;
    }
    String rest = title.substring(0, start).strip();
    int words = words(rest);
    return words >= FEWEST_WORDS && words(title.substring(end)) <= Math.min(6, words)
        ? rest
        : title;
  }

  /** Words; of a language without blanks, two letters count as one. */
  private static int words(String text) {
    long dense = text.codePoints().filter(c -> c >= 0x3040 && c <= 0xD7AF).count();
    return (int) (dense / 2) + text.strip().split("\\s+").length;
  }
}
