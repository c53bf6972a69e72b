package org.curation.enrich.body;

import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.MarkdownText.Destination;
import org.curation.enrich.body.Markup.Attribute;
import org.curation.enrich.body.Markup.Tag;
import org.curation.enrich.body.Spans.Span;
import org.jspecify.annotations.Nullable;

/** Puts cleaned addresses in the place of those that links of a body have. Pure. */
final class BodyLinks {
  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  private final String text;
  private final UnaryOperator<String> cleaner;
  private final Edits edits = new Edits();
  private int changed;

  private BodyLinks(String text, UnaryOperator<String> cleaner) {
    this.text = text;
    this.cleaner = cleaner;
  }

  /**
   * A body with cleaned links.
   *
   * @param changed how many links are others now
   */
  record Cleaned(String text, int changed) {}

  /** Cleans the links of a safe body; images and bare addresses stay. */
  static Cleaned clean(String text, Format format, UnaryOperator<String> cleaner) {
    BodyLinks links = new BodyLinks(text, cleaner);
    Spans code = Spans.NONE;
    if (format == Format.MARKDOWN) {
      MarkdownText markdown = MarkdownText.parse(text);
      code = markdown.code();
      markdown.destinations().forEach(links::destination);
    }
    links.tags(code);
    return new Cleaned(links.edits.apply(text), links.changed);
  }

  private void tags(Spans code) {
    MarkupScanner scanner = new MarkupScanner(text);
    int at = text.indexOf('<');
    while (at >= 0) {
      int next = Math.max(at + 1, code.endAt(at));
      if (next == at + 1 && scanner.at(at) instanceof Tag tag) {
        anchor(tag);
        next = tag.end();
      }
      at = text.indexOf('<', next);
    }
  }

  private void anchor(Tag tag) {
    Attribute href = tag.name().equals("a") && !tag.closing() ? tag.attribute("href") : null;
    if (href == null || href.raw() == null) {
      return;
    }
    String cleaned = cleaned(href.value());
    if (cleaned != null) {
      boolean quoted = "\"'".indexOf(text.charAt(href.start() - 1)) >= 0;
      String value = MarkupFilter.escaped(cleaned).replace("'", "&#39;");
      edits.replace(
          href.start(), href.start() + href.raw().length(), quoted ? value : '"' + value + '"');
      changed++;
    }
  }

  private void destination(Destination each) {
    Span place = each.image() ? null : place(each);
    if (place == null) {
      return;
    }
    String raw = text.substring(place.start(), place.end());
    String read = SafeUrl.decode(ESCAPED.matcher(raw).replaceAll("$1"));
    String cleaned = read.equals(each.address()) ? cleaned(read) : null;
    if (cleaned == null || !isWritable(cleaned)) {
      return;
    }
    boolean bracketed = text.charAt(place.start() - 1) == '<';
    boolean plain = bracketed || (cleaned.indexOf('(') < 0 && cleaned.indexOf(')') < 0);
    edits.replace(place.start(), place.end(), plain ? cleaned : '<' + cleaned + '>');
    changed++;
  }

  private @Nullable String cleaned(String address) {
    String scheme = address.substring(0, Math.min(8, address.length())).toLowerCase(Locale.ROOT);
    if (!scheme.startsWith("http://") && !scheme.startsWith("https://")) {
      return null;
    }
    String cleaned = cleaner.apply(address);
    return cleaned.equals(address) ? null : cleaned;
  }

  /** Whether Markdown reads it as it is written. */
  private static boolean isWritable(String address) {
    for (int i = 0; i < address.length(); i++) {
      char c = address.charAt(i);
      if (c <= ' ' || "<>\\\"`".indexOf(c) >= 0) {
        return false;
      }
    }
    return SafeUrl.decode(address).equals(address);
  }

  /** Where the address itself is; null when it stands elsewhere, in a definition. */
  private @Nullable Span place(Destination each) {
    Span whole = each.whole();
    if (whole.end() <= whole.start()) {
      return null;
    }
    if (text.charAt(whole.start()) == '<') {
      return new Span(whole.start() + 1, whole.end() - 1);
    }
    int from;
    if (each.definition()) {
      int colon = text.indexOf("]:", whole.start());
      from = colon < 0 ? -1 : colon + 2;
    } else {
      Span shown = each.shown();
      from = shown != null && text.startsWith("](", shown.end()) ? shown.end() + 2 : -1;
    }
    return from < 0 || from >= whole.end() ? null : address(from, whole.end());
  }

  private Span address(int from, int end) {
    int start = from;
    while (start < end && text.charAt(start) <= ' ') {
      start++;
    }
    boolean bracketed = start < end && text.charAt(start) == '<';
    start += bracketed ? 1 : 0;
    int depth = 0;
    int i = start;
    while (i < end) {
      char c = text.charAt(i);
      if (bracketed ? c == '>' : c <= ' ' || (c == ')' && depth == 0)) {
        break;
      }
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      i += c == '\\' ? 2 : 1;
    }
    return new Span(start, Math.min(i, end));
  }
}
