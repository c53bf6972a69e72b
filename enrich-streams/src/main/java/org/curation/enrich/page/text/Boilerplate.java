package org.curation.enrich.page.text;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Texts that many pages have and that describe none of them: about cookies, newsletters, scripts,
 * rights. Pure; safe for use by threads. Reads the first 1,000 characters.
 */
public final class Boilerplate {
  private static final int READ = 1000;
  private static final int SHORT = 320;
  private static final int OPENED = 200;
  private static final int NOTICE = 240;

  private static final Set<String> WHOLE =
      Set.of(
          "advertisement",
          "advertising",
          "anzeige",
          "click here",
          "comments",
          "continue reading",
          "default description",
          "description",
          "home",
          "homepage",
          "index",
          "learn more",
          "leer más",
          "lire la suite",
          "lire plus",
          "loading",
          "mehr erfahren",
          "mehr lesen",
          "no description",
          "no description available",
          "none",
          "null",
          "page not found",
          "publicidad",
          "publicité",
          "read more",
          "related articles",
          "share",
          "share this",
          "skip to content",
          "skip to main content",
          "table of contents",
          "undefined",
          "untitled",
          "weiterlesen");

  private static final List<String> OPENING =
      List.of(
          "©",
          "(c) ",
          "advertisement",
          "all rights reserved",
          "already a subscriber",
          "by clicking ",
          "by continuing to ",
          "by signing up",
          "click here to ",
          "continue reading",
          "copyright 1",
          "copyright 2",
          "copyright (c)",
          "copyright ©",
          "create a free account",
          "enter your email",
          "filed under",
          "follow us on",
          "get the latest ",
          "get unlimited access",
          "image credit",
          "image source",
          "image:",
          "join our ",
          "join the newsletter",
          "log in to ",
          "photo:",
          "photo by ",
          "photo credit",
          "photograph:",
          "please enable ",
          "please log in",
          "please sign in",
          "posted by ",
          "posted in ",
          "posted on ",
          "published by ",
          "published on ",
          "read more",
          "share on ",
          "share this ",
          "sign in to ",
          "sign up for ",
          "sign up to ",
          "sign up now",
          "skip to ",
          "subscribe for ",
          "subscribe now",
          "subscribe to ",
          "this article was originally published",
          "this post may contain affiliate",
          "to view this page",
          "weiterlesen",
          "you are using an outdated browser");

  /** Such a text says one of these somewhere. */
  private static final List<String> INSIDE =
      List.of(
          "accept all cookies",
          "accept cookies",
          "acepta el uso de cookies",
          "activer javascript",
          "browser does not support",
          "browser doesn't support",
          "browser is not supported",
          "cookies to improve",
          "cookies to ensure",
          "enable javascript",
          "has javascript disabled",
          "javascript is disabled",
          "javascript is required",
          "javascript must be enabled",
          "nutzt cookies",
          "nutzen cookies",
          "our use of cookies",
          "requires javascript",
          "site uses cookies",
          "this website uses cookies",
          "turn on javascript",
          "usiamo i cookie",
          "utilise des cookies",
          "utilisons des cookies",
          "utiliza cookies",
          "utilizamos cookies",
          "utilizza i cookie",
          "verwenden cookies",
          "verwendet cookies",
          "we use cookies",
          "wir setzen cookies");

  /** A tag may well speak of these; a short paragraph that does is a notice. */
  private static final List<String> INSIDE_PARAGRAPH =
      List.of(
          "adblock",
          "ad blocker",
          "affiliate links",
          "all rights reserved",
          "alle rechte vorbehalten",
          "cookie policy",
          "cookie settings",
          "our newsletter");

  private Boilerplate() {}

  /** Whether a text of a tag is nothing else. A long text may well speak of such things. */
  public static boolean is(String text) {
    String read = lower(text);
    return WHOLE.contains(bare(read)) || (text.length() <= SHORT && has(read));
  }

  /** Whether a paragraph in or near an article is nothing else. */
  static boolean isParagraph(String text) {
    String read = lower(text);
    return is(text)
        || (text.length() <= OPENED && OPENING.stream().anyMatch(read::startsWith))
        || (text.length() <= SHORT
            && (INSIDE_PARAGRAPH.stream().anyMatch(read::contains) || Notices.ask(read)));
  }

  private static boolean has(String read) {
    return read.startsWith("subscribe to our ")
        || read.startsWith("sign up for our ")
        || read.startsWith("please enable ")
        || INSIDE.stream().anyMatch(read::contains)
        || (read.length() <= NOTICE && Notices.standInstead(read));
  }

  private static String lower(String text) {
    String bounded = text.length() > READ ? text.substring(0, READ) : text;
    return bounded.strip().toLowerCase(Locale.ROOT).replace('\u2019', '\'');
  }

  private static String bare(String text) {
    int from = 0;
    int to = text.length();
    while (to > from && !Character.isLetterOrDigit(text.charAt(to - 1))) {
      to--;
    }
    while (from < to && !Character.isLetterOrDigit(text.charAt(from))) {
      from++;
    }
    return text.substring(from, to);
  }
}
