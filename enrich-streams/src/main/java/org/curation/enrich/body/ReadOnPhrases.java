package org.curation.enrich.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Recognises "Read on example.com" and what else sends readers elsewhere, in many languages. */
final class ReadOnPhrases {
  private static final String ARTICLE =
      "(?: (?:of (?:the |this )?)?(?:article|story|post|text|piece|report|interview|release|blog"
          + " post|news|paper|study))?";
  private static final String PHRASE =
      "(?:read (?:more|on|further|(?:the |this )?(?:full|rest|whole|entire|original|complete)"
          + ARTICLE
          + "|(?:the|this)"
          + ARTICLE
          + ")|read|continue reading|keep reading|(?:view|see) (?:the )?(?:original|full|more)"
          + ARTICLE
          + "|full"
          + ARTICLE
          + "|weiterlesen|weiter lesen|mehr lesen|lesen sie (?:mehr|weiter|den (?:ganzen |vollständigen )?artikel)"
          + "|zum (?:ganzen |vollständigen )?(?:artikel|beitrag)"
          + "|lire (?:la suite|plus|davantage|l['’]article(?: complet)?)|en savoir plus"
          + "|leer (?:más|el artículo(?: completo)?|la noticia completa)|seguir leyendo|continuar leyendo"
          + "|leggi (?:tutto|di più|ancora|l['’]articolo(?: completo)?)|continua a leggere"
          + "|lees (?:verder|meer|het (?:hele|volledige) artikel)"
          + "|leia (?:mais|o artigo completo)|continue lendo|continuar a ler"
          + "|läs (?:mer|vidare|hela artikeln)|les (?:mer|videre|hele saken)"
          + "|læs (?:mere|videre|hele artiklen)|lue lisää|czytaj (?:dalej|więcej|cały artykuł)"
          + "|číst (?:dále|více)|citește mai (?:mult|departe)|devamını oku"
          + "|читать (?:далее|дальше|полностью)|читайте (?:далее|дальше|полностью)"
          + "|続きを読む|もっと読む|阅读(?:更多|全文|原文)|閱讀(?:更多|全文|原文)|继续阅读|더 ?보기|계속 읽기|اقرأ المزيد)";
  private static final String WHERE =
      "(?: (?:on|at|in|from|via|over at|bei|auf|sur|dans|chez|en|su|op|bij|em|no|na|på|hos|w|на|в|by))";
  private static final String SIGNS = "[\\s.:…·»›→>⟶➜|\\-–—*]*";
  private static final String HOST =
      "(?:https?://)?(?:[\\p{L}\\p{N}-]{1,63}\\.){1,8}[\\p{L}]{2,24}(?:/\\S{0,200})?";

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** The phrase alone. "Read" alone says too little. */
  private static final Pattern ALONE =
      Pattern.compile("(?!read" + SIGNS + "$)(?!full" + SIGNS + "$)" + PHRASE + SIGNS, FLAGS);

  private static final Pattern WITH_HOST =
      Pattern.compile(PHRASE + SIGNS + WHERE + "?" + SIGNS + HOST + SIGNS, FLAGS);

  /** A name instead of a host; only of what is a link. */
  private static final Pattern WITH_NAME =
      Pattern.compile(PHRASE + WHERE + SIGNS + "[^.!?]{1,80}" + SIGNS, FLAGS);

  private static final Pattern BEFORE_LINK =
      Pattern.compile("(?:" + PHRASE + WHERE + "?)?" + SIGNS, FLAGS);

  private ReadOnPhrases() {}

  /**
   * Whether a paragraph says nothing else.
   *
   * @param text all of it, white space collapsed
   * @param linked what of it is a link; empty when nothing is
   */
  static boolean matches(String text, String linked) {
    if (text.length() > 160) {
      return false;
    }
    if (WITH_HOST.matcher(text).matches() || ALONE.matcher(text).matches()) {
      return true;
    }
    if (linked.isEmpty()) {
      return false;
    }
    int at = text.indexOf(linked);
    String before = at < 0 ? text : text.substring(0, at);
    String behind = at < 0 ? "" : text.substring(at + linked.length());
    Matcher named = WITH_NAME.matcher(text);
    return named.matches() && BEFORE_LINK.matcher(before).matches() && behind.matches(SIGNS);
  }
}
