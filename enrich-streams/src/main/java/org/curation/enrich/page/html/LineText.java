package org.curation.enrich.page.html;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Text of one line out of what pages hold. Pure and linear. */
public final class LineText {
  private static final int MOST_NODES = 5_000;

  private static final Pattern ENTITY =
      Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});");

  /** Only what is used inside lines: "How to use <div>" keeps its word. */
  private static final Pattern INLINE_TAG =
      Pattern.compile(
          "(?i)</?(?:a|abbr|b|bdi|br|cite|em|font|h[1-6]|i|mark|p|q|s|small|span|strong|sub|sup|u|wbr)"
              + "(?:\\s[^<>]{0,300})?/?>");

  /** What a browser would not show, were it markup: with its content. */
  private static final Pattern UNREAD =
      Pattern.compile("(?i)<(script|style)(?:\\s[^<>]{0,300})?>[^<]{0,1000}</\\1\\s?>");

  private static final Set<String> SILENT =
      Set.of("script", "style", "noscript", "template", "svg", "button", "select", "textarea");

  private LineText() {}

  /**
   * A value as a person would read it: entities that were escaped twice decoded once more, inline
   * tags and whole scripts removed, white space of all kinds made single blanks, invisible
   * characters removed.
   */
  public static String clean(String raw) {
    String text = raw;
    if (text.indexOf('&') >= 0 && ENTITY.matcher(text).find()) {
      text = Parser.unescapeEntities(text, false);
    }
    if (text.indexOf('<') >= 0) {
      text = INLINE_TAG.matcher(UNREAD.matcher(text).replaceAll(" ")).replaceAll(" ");
    }
    return collapse(text);
  }

  /** White space of all kinds made single blanks, none at the ends. */
  public static String collapse(String text) {
    StringBuilder out = new StringBuilder(text.length());
    boolean gap = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
        gap = true;
      } else if (!invisible(c)) {
        if (gap && !out.isEmpty()) {
          out.append(' ');
        }
        gap = false;
        out.append(c);
      }
    }
    return out.toString();
  }

  private static boolean invisible(char c) {
    return c == '\u00AD'
        || c == '\u200B'
        || c == '\u2060'
        || c == '\uFEFF'
        || c == '\u200E'
        || c == '\u200F'
        || Character.isISOControl(c);
  }

  /** At most so many characters, no surrogate pair cut. */
  public static String cut(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /**
   * An element's visible text in one line, not decoded again; elements part words. Reading stops at
   * so many characters, and after some thousand nodes.
   */
  public static String of(Element element, int most) {
    return of(element, most, "");
  }

  /** The same, where elements that begin inside of a line part words, too. */
  public static String parted(Element element, int most) {
    return of(element, most, " ");
  }

  private static String of(Element element, int most, String gap) {
    StringBuilder text = new StringBuilder();
    element.filter(
        new NodeFilter() {
          private int nodes;

          @Override
          public FilterResult head(Node node, int depth) {
            if (text.length() > most || ++nodes > MOST_NODES) {
              return FilterResult.STOP;
            }
            if (node instanceof TextNode words) {
              text.append(cut(words.getWholeText(), most + 1));
            } else if (node instanceof Element inner && node != element) {
              if (SILENT.contains(inner.normalName())) {
                return FilterResult.SKIP_ENTIRELY;
              }
              text.append(inner.isBlock() || inner.normalName().equals("br") ? " " : gap);
            }
            return FilterResult.CONTINUE;
          }

          @Override
          public FilterResult tail(Node node, int depth) {
            if (node instanceof Element inner && inner.isBlock()) {
              text.append(' ');
            }
            return FilterResult.CONTINUE;
          }
        });
    return collapse(cut(text.toString(), most));
  }

  /** For comparing: lower case, letters and digits only; ß is ss. */
  public static String folded(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.toLowerCase(Locale.ROOT)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(c -> out.append(c == 'ß' ? "ss" : Character.toString(c)));
    return out.toString();
  }
}
