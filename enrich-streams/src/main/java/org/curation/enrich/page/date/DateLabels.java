package org.curation.enrich.page.date;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Words beside dates that say what happened then. Pure; reads lower case. */
final class DateLabels {
  /** What a date is of. */
  enum Meaning {
    /** The page came out. */
    PUBLISHED,
    /** The page was changed. */
    CHANGED,
    /** A journal got or took the text. */
    BEFORE
  }

  /**
   * A part of a text, from a word to the next.
   *
   * @param meaning null for what stands before the first word
   */
  record Part(@Nullable Meaning meaning, String text) {}

  private static final String CHANGED =
      "modif|updat|edited|revis(?:ed|ion|ión|ado|ée?\\b)|last (?:changed|reviewed)|aktuali[sz]|geändert"
          + "|überarbeitet|\\bstand\\s?:|\\bstand (?:vom |am )?(?=\\d)|mise? ?à ?jour|\\bmaj (?=le|du|:)"
          + "|actualizad|atualizad|aggiorna|bijgewerkt|gewijzigd|uppdatera|opp?dater|päivitet|güncelle"
          + "|обновл|измен[её]н|оновлен|更新|改訂|修改|수정|업데이트|تحديث|آخر تعديل";

  private static final String PUBLISHED =
      "publish|posted|pubdate|created|veröffentlicht|erschienen|publié|publicad|pubblicat|gepubliceerd"
          + "|publicera|publiser|udgivet|yayınlan|опубликован|опубліков|公開|公开|发布|發布|發佈|配信|掲載|게시"
          + "|입력|نشر";

  private static final String BEFORE =
      "\\b(?:received|accepted)(?:\\son)?\\s?:?(?:$|\\s(?=\\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\\.?\\s\\d))";

  private static final Pattern LABEL =
      Pattern.compile(
          "(?<changed>" + CHANGED + ")|(?<published>" + PUBLISHED + ")|(?<before>" + BEFORE + ")");

  private DateLabels() {}

  /** The text cut before each of the words; one part without a meaning when there is none. */
  static List<Part> parts(String lower) {
    List<Part> parts = new ArrayList<>();
    Matcher label = LABEL.matcher(lower);
    Meaning meaning = null;
    int from = 0;
    while (label.find()) {
      if (label.start() > from) {
        parts.add(new Part(meaning, lower.substring(from, label.start())));
      }
      meaning =
          label.group("before") != null
              ? Meaning.BEFORE
              : label.group("changed") == null ? Meaning.PUBLISHED : Meaning.CHANGED;
      from = label.start();
    }
    parts.add(new Part(meaning, lower.substring(from)));
    return parts;
  }

  /** Whether a text says both, so that each date must be taken with its word. */
  static boolean sayBoth(List<Part> parts) {
    return parts.stream().anyMatch(part -> isOther(part.meaning()))
        && parts.stream().anyMatch(part -> !isOther(part.meaning()) && holdsDigit(part));
  }

  private static boolean isOther(@Nullable Meaning meaning) {
    return meaning == Meaning.CHANGED || meaning == Meaning.BEFORE;
  }

  /** What the one date of a text is of: a word for a change outweighs the other; null for none. */
  static @Nullable Meaning of(List<Part> parts) {
    Meaning meaning = null;
    for (Part part : parts) {
      if (part.meaning() != null) {
        meaning = meaning == Meaning.CHANGED ? meaning : part.meaning();
      }
    }
    return meaning;
  }

  /** What a text says of what stands right behind it; null when it says nothing, or of another. */
  static @Nullable Meaning ofNext(String lower) {
    List<Part> parts = parts(lower);
    Part last = parts.get(parts.size() - 1);
    return holdsDigit(last) ? null : last.meaning();
  }

  private static boolean holdsDigit(Part part) {
    return part.text().chars().anyMatch(Character::isDigit);
  }
}
