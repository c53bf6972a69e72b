package org.curation.enrich.link.unwrap;

import com.google.re2j.Matcher;

/** Texts with {@code $1} to {@code $9} for the groups of a match and {@code $$} for a dollar. */
public final class Template {
  private Template() {}

  /** The text with the groups filled in; those that took no part are empty. */
  public static String filled(String template, Matcher matcher) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < template.length(); i++) {
      char c = template.charAt(i);
      char next = i + 1 < template.length() ? template.charAt(i + 1) : '\0';
      if (c != '$' || (next != '$' && (next < '0' || next > '9'))) {
        out.append(c);
        continue;
      }
      i++;
      int group = next - '0';
      if (next == '$') {
        out.append('$');
      } else if (group <= matcher.groupCount() && matcher.group(group) != null) {
        out.append(matcher.group(group));
      }
    }
    return out.toString();
  }
}
