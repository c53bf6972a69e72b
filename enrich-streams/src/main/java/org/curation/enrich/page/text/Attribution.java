package org.curation.enrich.page.text;

import java.util.List;
import java.util.Locale;
import org.curation.enrich.page.html.BylineWords;

/** Lines that say who wrote something, and when. Pure; safe for use by threads. */
public final class Attribution {
  private static final int LONGEST = 100;
  private static final int DATE_LETTERS = 45;
  private static final int WORDS = 8;
  private static final int DENSE = 60;
  private static final List<String> BY =
      List.of(
          "by ",
          "by: ",
          "von ",
          "par ",
          "por ",
          "door ",
          "di ",
          "af ",
          "av ",
          "written by ",
          "text: ",
          "author: ",
          "autor: ",
          "auteur : ",
          "auteur: ",
          "автор: ",
          "от ");
  private static final List<String> DATED =
      List.of(
          "published",
          "posted",
          "updated",
          "last updated",
          "last modified",
          "date:",
          "stand:",
          "veröffentlicht",
          "aktualisiert",
          "publié le",
          "mis à jour",
          "publicado",
          "actualizado",
          "pubblicato",
          "aggiornato",
          "gepubliceerd",
          "опубликовано",
          "this page was last",
          "this article was last",
          "page last",
          "发布时间",
          "发布于",
          "更新时间",
          "公開日",
          "更新日");
  private static final String ENDS = ".!?…。！？";

  private Attribution() {}

  /** Whether a text is nothing but a byline. */
  public static boolean isByline(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    for (String by : BY) {
      if (lower.startsWith(by) && isNames(text.substring(by.length()))) {
        return true;
      }
    }
    return isCredit(text.strip());
  }

  /** Of a language that has no capitals, or with a colon: short and no sentence. */
  private static boolean isCredit(String text) {
    String name = BylineWords.behind(text).orElse("");
    boolean credit =
        BylineWords.isReporter(text)
            || (!name.isEmpty() && (!isCased(name.codePointAt(0)) || isNames(name)));
    return credit
        && !endsSentence(text)
        && (text.codePointAt(0) >= 0x2E80
            ? text.length() <= DENSE
            : text.split("\\s+", WORDS + 2).length <= WORDS);
  }

  private static boolean isCased(int letter) {
    return Character.isUpperCase(letter) || Character.isLowerCase(letter);
  }

  /** Whether a text is nothing but a date, with or without words that lead to it. */
  public static boolean isDate(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT).strip();
    long digits = text.chars().filter(Character::isDigit).count();
    boolean led = DATED.stream().anyMatch(lower::startsWith);
    int letters = Letters.in(text);
    return digits >= 3
        && letters <= DATE_LETTERS
        && (led || (3 * digits >= letters && !endsSentence(text)));
  }

  private static boolean endsSentence(String text) {
    return !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
  }

  /** A name begins with a capital, and most of its words do. */
  private static boolean isNames(String text) {
    if (endsSentence(text) || text.isBlank()) {
      return false;
    }
    int capitals = 0;
    int words = 0;
    for (String word : text.strip().split("\\s+")) {
      words++;
      int first = word.codePointAt(0);
      capitals += Character.isUpperCase(first) || Character.isDigit(first) ? 1 : 0;
    }
    return words <= WORDS
        && Character.isUpperCase(text.strip().codePointAt(0))
        && 3 * capitals >= 2 * words;
  }
}
