package org.curation.enrich.description;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the signs out of Markdown that are no text. Pure; each pattern looks at bounded parts. */
final class MarkdownSigns {
  private static final Pattern LINE_START =
      Pattern.compile("(?m)^[ \\t]{0,8}(?:#{1,6}[ \\t]|>[ \\t]?|[*+-][ \\t]|[0-9]{1,3}[.)][ \\t])");
  private static final Pattern FENCE = Pattern.compile("(?m)^[ \\t]{0,3}(?:```|~~~).{0,100}$");
  private static final Pattern RULE = Pattern.compile("(?m)^[ \\t]{0,3}(?:[-*_=][ \\t]?){3,80}$");
  private static final Pattern LINK =
      Pattern.compile(
          "(!?)\\[([^\\[\\]\n]{0,300})\\]\\([^()\\s]{0,600}(?: \"[^\"\n]{0,200}\")?\\)");
  private static final Pattern STRONG = Pattern.compile("\\*\\*|__|`");

  private MarkdownSigns() {}

  static String strip(String markdown) {
    String text = FENCE.matcher(markdown).replaceAll("");
    text = RULE.matcher(text).replaceAll("");
    text = LINE_START.matcher(text).replaceAll("");
    text =
        LINK.matcher(text).replaceAll(link -> link.group(1).isEmpty() ? shown(link.group(2)) : "");
    return STRONG.matcher(text).replaceAll("");
  }

  private static String shown(String text) {
    return Matcher.quoteReplacement(text);
  }
}
