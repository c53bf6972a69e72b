package org.curation.enrich.page.html;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Words that lead to an author's name where no blank parts words, or where they end in a colon; and
 * what stands behind such a name. Pure and linear.
 */
public final class BylineWords {
  private static final String SIGN = "[/／:：=＝|｜丨・●]";

  private static final String CHINESE = "(?:\\p{IsHan}{0,8}(?:记者|記者)|作者|撰文|撰稿|文)\\s?";

  private static final String JAPANESE = "(?:(?:取材|構成|撮影|写真|編集|執筆)[・/／と]?){0,3}(?:文|執筆|著者|筆者|ライター)";

  /** With a sign behind it, or two words that mean nothing else. */
  private static final Pattern EAST_ASIAN =
      Pattern.compile(
          "^(?:[\\[(（【][^\\])）】]{1,30}[=＝][^\\])）】]{1,30}[\\])）】]\\s?(?=\\p{IsHangul})"
              + "|(?:"
              + CHINESE
              + "|"
              + JAPANESE
              + ")\\s?"
              + SIGN
              + "\\s?|(?:取材・文|(?:本报|本報|新华社)?(?:记者|記者))\\s?)(?=\\p{L})");

  private static final Pattern OTHERS =
      Pattern.compile(
          "(?iu)^(?:بقلم\\s?[/:]?\\s?"
              + "|(?:كتبت?|الكاتبة?|المؤلف|إعداد)\\s?[/:]\\s?"
              + "|מאת\\s?:?\\s"
              + "|(?:автор(?:ы|ка)?(?:\\s(?:текста|статьи|материала))?|текст)\\s?[:—–-]\\s?"
              + "|(?:authors?|autor(?:a|es|in|en|zy|ka|i)?|auteure?s?|autore|autrice|autori|författare|forfatter|skribent"
              + "|yazar|szerző|kirjoittaja|συντάκτης|συγγραφέας|texto|testo|texte|text|tekst|words|story|byline)\\s?[:：]\\s?"
              + "|(?-i:di|a cura di|scritto da|Di|A cura di|Scritto da|av|Av|af|Af)\\s(?=(?-i:\\p{Lu})\\p{L}*\\s(?-i:\\p{Lu}))"
              + ")(?=\\p{L})");

  private static final Pattern EAST_ASIAN_END =
      Pattern.compile(
          "(?:[\\s／/|｜丨]+\\S{0,12}?(?:报道|報道|报导|報導|摄影|攝影|摄|撮影|整理|通讯员|编辑|編輯|编|责编|图|圖|来源|來源|出典"
              + "|기자|특파원|논설위원)|\\s記者|(?<=\\p{IsHan}{2,4})記者$|(?<=\\p{IsHangul}{2,4})(?:선임)?기자(?:\\s|$)"
              + "|\\s(?:19|20)\\d\\d年?|\\s(?:发布|發布|更新|来自|來自)|[（(]).*$",
          Pattern.DOTALL);

  private static final Pattern KOREAN =
      Pattern.compile(
          "^(?:[\\[(][^\\])]{1,40}[\\])]\\s?)?\\p{IsHangul}{2,4}\\s?(?:선임|전문)?기자(?:\\s|$)");

  private BylineWords() {}

  /** What stands behind the word that a line begins with; nothing when it begins with none. */
  public static Optional<String> behind(String line) {
    Matcher word = EAST_ASIAN.matcher(line);
    if (!word.lookingAt()) {
      word = OTHERS.matcher(line);
    }
    return word.lookingAt() ? Optional.of(line.substring(word.end())) : Optional.empty();
  }

  /** Whether a line is a reporter's name with the Korean word behind it. */
  public static boolean isReporter(String line) {
    return line.contains("기자") && KOREAN.matcher(line).find();
  }

  /** A name of Chinese, Japanese or Korean letters without what stands behind it; else the same. */
  public static String nameOnly(String name) {
    if (name.isEmpty() || name.charAt(0) < 0x2E80) {
      return name;
    }
    String only = EAST_ASIAN_END.matcher(name).replaceFirst("").strip();
    return only.isEmpty() ? name : only;
  }
}
