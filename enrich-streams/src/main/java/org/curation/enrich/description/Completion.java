package org.curation.enrich.description;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.curation.enrich.page.text.Letters;

/**
 * Finds the whole of a text that its source had cut.
 *
 * @param tags texts that are there already
 * @param article more texts, asked for only when no tag has the whole
 */
record Completion(List<String> tags, Supplier<List<String>> article) {
  private static final int LEAST = 20;
  private static final int UNMARKED = 80;
  private static final int SCANNED = 400;
  private static final List<String> CUTS = List.of("…", "...", "[…]", "[...]", "(…)", "(...)");
  private static final List<String> TRAILERS =
      List.of("read more", "continue reading", "weiterlesen", "lire la suite", "more");
  private static final String ENDS = ".!?…:;\"'”’»)。！？؟।";

  /** The first text that begins alike and goes on; else the text itself, its ellipsis as a sign. */
  String of(String text) {
    String bare = bare(text);
    boolean marked = bare.length() < text.length();
    boolean open = text.length() >= UNMARKED && ENDS.indexOf(text.charAt(text.length() - 1)) < 0;
    if (!marked && !open) {
      return text;
    }
    String beginning = Folded.of(lessLastWord(bare));
    if (Letters.in(beginning) >= LEAST) {
      Predicate<String> whole = other -> isWhole(other, bare, beginning);
      Optional<String> found =
          tags.stream()
              .filter(whole)
              .findFirst()
              .or(() -> article.get().stream().limit(SCANNED).filter(whole).findFirst());
      if (found.isPresent()) {
        return Cleaning.ofText(found.get());
      }
    }
    return marked ? bare + "…" : text;
  }

  /** The last word may be half a word, so it need not be the same. */
  private static boolean isWhole(String other, String bare, String beginning) {
    int near = Math.min(other.length(), 2 * bare.length() + 20);
    return other.length() > bare.length()
        && bare(other).equals(other)
        && Folded.of(other.substring(0, near)).startsWith(beginning);
  }

  /** Without what says that it goes on elsewhere. */
  private static String bare(String text) {
    String bare = text;
    for (int i = 0; i < 3; i++) {
      String shorter = less(bare);
      if (shorter.equals(bare)) {
        return bare;
      }
      bare = shorter;
    }
    return bare;
  }

  private static String less(String text) {
    for (String cut : CUTS) {
      if (text.endsWith(cut)) {
        return text.substring(0, text.length() - cut.length()).stripTrailing();
      }
    }
    String trimmed = text.replaceFirst("[\\s→»›>]{0,5}$", "");
    for (String trailer : TRAILERS) {
      int start = trimmed.length() - trailer.length();
      boolean ends = start > 0 && trimmed.regionMatches(true, start, trailer, 0, trailer.length());
      // "more" may well end a sentence; behind an ellipsis it does not.
      if (ends && CUTS.stream().anyMatch(trimmed.substring(0, start).stripTrailing()::endsWith)) {
        return trimmed.substring(0, start).stripTrailing();
      }
    }
    return text;
  }

  private static String lessLastWord(String text) {
    int space = text.lastIndexOf(' ');
    return space > LEAST ? text.substring(0, space) : text;
  }
}
