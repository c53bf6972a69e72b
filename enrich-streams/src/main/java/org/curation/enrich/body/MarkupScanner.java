package org.curation.enrich.body;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.curation.enrich.body.Markup.Attribute;
import org.curation.enrich.body.Markup.Comment;
import org.curation.enrich.body.Markup.Sign;
import org.curation.enrich.body.Markup.Tag;
import org.curation.enrich.body.Markup.Unfinished;

/**
 * Reads tags and comments by the rules of the HTML standard's tokenizer, with one exception on the
 * safe side: a {@code <} outside of a quoted value ends a tag as unfinished. All calls together
 * take time in proportion to the text: what would be looked at too often counts as unfinished. For
 * use by one thread, on one text.
 */
final class MarkupScanner {
  private static final Pattern PLAIN_COMMENT =
      Pattern.compile("<!--(?!-?>|\\[)[^<>\\n\\r`\\-]*+(?:-[^<>\\n\\r`\\-]++)*+-->");
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]*+");

  private final String text;
  private final Map<String, Found> found = new HashMap<>();
  private long budget;

  MarkupScanner(String text) {
    this.text = text;
    this.budget = 8L * text.length() + 4096;
  }

  /** What the sign {@code <} at a place begins. */
  Markup at(int start) {
    char next = charAt(start + 1);
    if (isLetter(next)) {
      return tag(start, start + 1, false);
    }
    if (next == '/') {
      char name = charAt(start + 2);
      if (name == '*' && text.startsWith("{{", start - 2)) {
        // A shortcode that shows itself is a text; a browser alone would take it for a comment.
        return new Unfinished(start);
      }
      return isLetter(name) ? tag(start, start + 2, true) : until(start, ">", start + 2);
    }
    if (next == '!') {
      return declaration(start);
    }
    return next == '?' ? until(start, ">", start + 2) : new Sign(start);
  }

  /** Where a text begins at or behind a place; -1 when nowhere. Letter case doesn't matter. */
  int find(String lowerCase, int from) {
    Found known = found.get(lowerCase);
    if (known != null && known.from() <= from && (known.at() < 0 || known.at() >= from)) {
      return known.at();
    }
    int at = text.indexOf(lowerCase.charAt(0), from);
    while (at >= 0 && !text.regionMatches(true, at, lowerCase, 0, lowerCase.length())) {
      at = text.indexOf(lowerCase.charAt(0), at + 1);
    }
    found.put(lowerCase, new Found(from, at));
    return at;
  }

  /** Where the first one is that begins at or behind a place. */
  private record Found(int from, int at) {}

  private Markup declaration(int start) {
    if (text.startsWith("<!--", start)) {
      // The dashes of the beginning may be those of the end.
      int end = find("-->", start + 2);
      int other = find("--!>", start + 2);
      if (end < 0 && other < 0) {
        return new Unfinished(start);
      }
      int close = other < 0 || (end >= 0 && end < other) ? end + 3 : other + 4;
      boolean plain =
          close - start < 2000 && PLAIN_COMMENT.matcher(text).region(start, close).matches();
      return new Comment(start, close, plain);
    }
    if (text.startsWith("<![CDATA[", start)) {
      int end = find("]]>", start);
      if (end >= 0) {
        return new Comment(start, end + 3, false);
      }
    }
    return until(start, ">", start + 2);
  }

  private Markup until(int start, String end, int from) {
    int at = find(end, from);
    return at < 0 ? new Unfinished(start) : new Comment(start, at + end.length(), false);
  }

  private Markup tag(int start, int nameStart, boolean closing) {
    int i = nameStart;
    while (i < text.length() && !isSpace(text.charAt(i)) && "/><".indexOf(text.charAt(i)) < 0) {
      i++;
    }
    String name = lower(text.substring(nameStart, i));
    boolean tidy = NAME.matcher(name).matches();
    List<Attribute> attributes = new ArrayList<>();
    while (true) {
      int before = i;
      i = skip(i);
      char c = charAt(i);
      tidy &= noSlash(before, c == '>' ? i - 1 : i);
      if (c == '>') {
        spend(i - start);
        return new Tag(start, i + 1, closing, name, attributes, tidy && hasGoodLines(start, i + 1));
      }
      if (i >= text.length() || c == '<' || budget < 0) {
        spend(i - start);
        return new Unfinished(start);
      }
      int nameEnd = i + 1;
      while (nameEnd < text.length()
          && !isSpace(text.charAt(nameEnd))
          && "/>=<".indexOf(text.charAt(nameEnd)) < 0) {
        nameEnd++;
      }
      String attribute = lower(text.substring(i, nameEnd));
      tidy &= NAME.matcher(attribute).matches();
      i = value(attribute, nameEnd, attributes);
      if (i < 0) {
        spend(nameEnd - start);
        return new Unfinished(start);
      }
      tidy &= isTidy(attributes.getLast());
    }
  }

  private boolean noSlash(int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) == '/') {
        return false;
      }
    }
    return true;
  }

  /** Reads what is behind an attribute's name; -1 when its value has no end. */
  private int value(String name, int nameEnd, List<Attribute> attributes) {
    int i = skipSpace(nameEnd);
    if (charAt(i) != '=') {
      attributes.add(new Attribute(name, "", null, nameEnd));
      return nameEnd;
    }
    i = skipSpace(i + 1);
    char quote = charAt(i);
    int start = isQuote(quote) ? i + 1 : i;
    int end = isQuote(quote) ? find(String.valueOf(quote), start) : start;
    if (!isQuote(quote)) {
      while (end < text.length() && !isSpace(text.charAt(end)) && text.charAt(end) != '>') {
        end++;
      }
    }
    if (end < 0) {
      return -1;
    }
    String raw = text.substring(start, end);
    if (!isQuote(quote) && raw.indexOf('<') >= 0) {
      return -1;
    }
    attributes.add(new Attribute(name, SafeUrl.decode(raw), raw, start));
    return isQuote(quote) ? end + 1 : end;
  }

  private boolean isTidy(Attribute attribute) {
    String raw = attribute.raw();
    return raw == null
        || (raw.indexOf('<') < 0 && (isQuote(text.charAt(attribute.start() - 1)) || isSimple(raw)));
  }

  /** Whether no line of it could begin a block of Markdown, and no empty line is in it. */
  private boolean hasGoodLines(int start, int end) {
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (c == '\n') {
        int next = i + 1;
        while (charAt(next) == ' ' || charAt(next) == '\t') {
          next++;
        }
        if (!isLetter(charAt(next))) {
          return false;
        }
      } else if (c == '\f' || (c == '\r' && charAt(i + 1) != '\n')) {
        return false;
      }
    }
    return true;
  }

  private void spend(int looked) {
    budget -= looked;
  }

  private int skip(int from) {
    int i = from;
    while (i < text.length() && (isSpace(text.charAt(i)) || text.charAt(i) == '/')) {
      i++;
    }
    return i;
  }

  private int skipSpace(int from) {
    int i = from;
    while (i < text.length() && isSpace(text.charAt(i))) {
      i++;
    }
    return i;
  }

  private char charAt(int index) {
    return index < text.length() ? text.charAt(index) : 0;
  }

  private static boolean isSimple(String raw) {
    for (int i = 0; i < raw.length(); i++) {
      if ("\"'=<>`".indexOf(raw.charAt(i)) >= 0) {
        return false;
      }
    }
    return !raw.isEmpty();
  }

  private static boolean isQuote(char c) {
    return c == '"' || c == '\'';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
  }

  static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  /** Only ASCII letters, as browsers do. */
  private static String lower(String name) {
    StringBuilder lower = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
    }
    return lower.toString();
  }
}
