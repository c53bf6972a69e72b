package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;
import org.jsoup.nodes.Element;

/** The language that a page says it is in, as a tag of BCP 47: {@code en}, {@code pt-BR}. */
final class Languages {
  private static final Pattern TAG = Pattern.compile("[a-zA-Z]{2,3}(?:-[a-zA-Z0-9]{2,8}){0,4}");
  private static final Map<String, String> NAMES = names();

  private static final int FEWEST = 4;

  private static final Map<Character.UnicodeScript, String> SCRIPTS =
      Map.of(
          Character.UnicodeScript.HAN, "zh",
          Character.UnicodeScript.HANGUL, "ko",
          Character.UnicodeScript.THAI, "th",
          Character.UnicodeScript.HEBREW, "he",
          Character.UnicodeScript.GREEK, "el");

  private Languages() {}

  private static Map<String, String> names() {
    Map<String, String> names = new HashMap<>();
    for (String code : Locale.getISOLanguages()) {
      Locale locale = Locale.forLanguageTag(code);
      names.put(code, locale.getLanguage());
      names.putIfAbsent(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), code);
      names.putIfAbsent(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
      try {
        names.putIfAbsent(locale.getISO3Language(), code);
      } catch (MissingResourceException e) {
        continue; // a code without one of three letters
      }
    }
    names.putAll(
        Map.of("ger", "de", "fre", "fr", "dut", "nl", "chi", "zh", "cze", "cs", "gre", "el"));
    return Map.copyOf(names);
  }

  static Field<String> in(PageIndex page, Optional<LinkedNode> main) {
    List<Candidate<String>> found = new ArrayList<>();
    for (String path : List.of("html", "body", "article", "main")) {
      Element element = page.document().selectFirst(path);
      if (element != null) {
        add(element.attr("lang"), path + "[lang]", found);
        add(element.attr("xml:lang"), path + "[xml:lang]", found);
      }
    }
    page.metas()
        .candidates(List.of("og:locale"))
        .forEach(tag -> add(tag.value(), tag.source(), found));
    main.ifPresent(
        node -> {
          node.nodes("inLanguage")
              .forEach(
                  language ->
                      language
                          .text("alternateName")
                          .ifPresent(tag -> add(tag, "json-ld:inLanguage", found)));
          node.texts("inLanguage").forEach(tag -> add(tag, "json-ld:inLanguage", found));
        });
    page.metas()
        .candidates(
            List.of(
                "content-language",
                "language",
                "dc.language",
                "dcterms.language",
                "citation_language",
                "inlanguage"))
        .forEach(tag -> add(tag.value(), tag.source(), found));
    if (found.isEmpty() && !page.titles().isEmpty()) {
      ofScript(LineText.of(page.titles().get(0), 300))
          .ifPresent(language -> found.add(new Candidate<>(language, "script")));
    }
    return Field.first(found);
  }

  /** The language that alone is written so; Latin, Cyrillic and Arabic letters serve many. */
  private static Optional<String> ofScript(String text) {
    Map<Character.UnicodeScript, Integer> letters = new EnumMap<>(Character.UnicodeScript.class);
    text.codePoints()
        .filter(Character::isLetter)
        .forEach(c -> letters.merge(Character.UnicodeScript.of(c), 1, Integer::sum));
    int kana =
        letters.getOrDefault(Character.UnicodeScript.HIRAGANA, 0)
            + letters.getOrDefault(Character.UnicodeScript.KATAKANA, 0);
    int all = letters.values().stream().mapToInt(Integer::intValue).sum();
    int han = letters.getOrDefault(Character.UnicodeScript.HAN, 0);
    if (kana > 0 && 2 * (kana + han) > all && kana + han >= FEWEST) {
      return Optional.of("ja");
    }
    for (Map.Entry<Character.UnicodeScript, String> each : SCRIPTS.entrySet()) {
      int share = letters.getOrDefault(each.getKey(), 0);
      if (2 * share > all && share >= FEWEST) {
        return Optional.of(each.getValue());
      }
    }
    return Optional.empty();
  }

  private static void add(String said, String source, List<Candidate<String>> into) {
    normal(said).ifPresent(tag -> into.add(new Candidate<>(tag, source)));
  }

  /** A tag in its usual spelling; nothing for what is no language. */
  static Optional<String> normal(String said) {
    String first = said.strip().split("[,;\\s]", 2)[0].replace('_', '-');
    String whole = NAMES.get(said.strip().toLowerCase(Locale.ROOT));
    if (!TAG.matcher(first).matches()) {
      return Optional.ofNullable(whole);
    }
    int dash = first.indexOf('-');
    String primary = (dash < 0 ? first : first.substring(0, dash)).toLowerCase(Locale.ROOT);
    String code = NAMES.get(primary);
    if (code == null) {
      return Optional.empty();
    }
    String tag =
        Locale.forLanguageTag(code + (dash < 0 ? "" : first.substring(dash))).toLanguageTag();
    return tag.equals("und") ? Optional.empty() : Optional.of(tag);
  }
}
