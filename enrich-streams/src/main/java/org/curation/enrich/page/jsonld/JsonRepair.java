package org.curation.enrich.page.jsonld;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;

/**
 * Mends what pages write for JSON beyond what a lenient parser takes: wrappers of older days,
 * quotes inside of texts, texts and brackets that are never closed. One pass, linear.
 */
final class JsonRepair {
  private static final Pattern WRAPPED =
      Pattern.compile("<!\\[CDATA\\[|\\]\\]>|<!--|-->|/\\*\\s{0,9}\\*/");

  /** Deeper than a reader goes; what is nested further isn't mended. */
  private static final int MAX_OPEN = 150;

  private final String text;
  private final StringBuilder out;
  private final Deque<Character> open = new ArrayDeque<>();

  private JsonRepair(String text) {
    this.text = text;
    this.out = new StringBuilder(text.length() + 16);
  }

  /** Removes what stands around the JSON: CDATA, comments, semicolons, an escaping of HTML. */
  static String unwrapped(String block) {
    String bare = block;
    if (bare.indexOf('<') >= 0 || bare.indexOf("]]>") >= 0 || bare.indexOf("/*") >= 0) {
      bare = WRAPPED.matcher(bare).replaceAll(" ");
    }
    int start = firstBracket(bare);
    bare = start < 0 ? "" : bare.substring(start);
    if (bare.startsWith("{&quot;") || bare.startsWith("[{&quot;")) {
      bare = Parser.unescapeEntities(bare, false);
    }
    int end = bare.length();
    while (end > 0
        && (Character.isWhitespace(bare.charAt(end - 1))
            || bare.charAt(end - 1) == ';'
            || bare.charAt(end - 1) == '/')) {
      end--;
    }
    return bare.substring(0, end);
  }

  private static int firstBracket(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '{' || text.charAt(i) == '[') {
        return i;
      }
    }
    return -1;
  }

  /** Escapes quotes inside of texts and closes what is open at the end. */
  static String repaired(String text) {
    return new JsonRepair(text).mend();
  }

  private String mend() {
    boolean inText = false;
    for (int i = 0; i < text.length() && open.size() <= MAX_OPEN; i++) {
      char c = text.charAt(i);
      if (inText) {
        if (c == '\\' && i + 1 < text.length()) {
          out.append(c).append(text.charAt(++i));
        } else if (c == '"' && !endsText(i)) {
          out.append("\\\"");
        } else {
          inText = c != '"';
          out.append(c);
        }
      } else {
        inText = c == '"';
        bracket(c);
      }
    }
    if (inText) {
      out.append('"');
    }
    open.forEach(out::append);
    return out.toString();
  }

  private void bracket(char c) {
    switch (c) {
      case '{' -> open.push('}');
      case '[' -> open.push(']');
      case '}', ']' -> {
        if (!open.contains(c)) {
          return; // closes nothing
        }
        while (open.pop() != c) {
          out.append(c == '}' ? ']' : '}');
        }
      }
      default -> {}
    }
    out.append(c);
  }

  /** A quote ends a text when what follows can follow a text. */
  private boolean endsText(int quote) {
    int next = blanks(quote + 1);
    if (next >= text.length()) {
      return true;
    }
    char c = text.charAt(next);
    if (c == ',') {
      int after = blanks(next + 1);
      return after >= text.length() || "\"{[}]-0123456789tfn".indexOf(text.charAt(after)) >= 0;
    }
    return c == ':' || c == '}' || c == ']';
  }

  private int blanks(int from) {
    int at = from;
    while (at < text.length() && at < from + 200 && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at;
  }
}
