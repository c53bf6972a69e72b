package org.curation.enrich.body;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.Markup.Attribute;
import org.curation.enrich.body.Markup.Comment;
import org.curation.enrich.body.Markup.Sign;
import org.curation.enrich.body.Markup.Tag;
import org.curation.enrich.body.Markup.Unfinished;
import org.jspecify.annotations.Nullable;

/**
 * Holds the tags in a text to the safe list, place by place: what is fine is copied, so that clean
 * texts come out as they went in. Behind it each {@code <} begins a listed tag in a form that all
 * readers take for that tag, or is text. For use once, by one thread.
 */
final class MarkupFilter {
  private static final Pattern ELEMENT = Pattern.compile("[a-z][a-z0-9-]*+");
  private static final Pattern AUTOLINK =
      Pattern.compile(
          "<(?!\\w++:[^<>]{0,2000}?/(?:on|style|src)[^/<>]{0,200}=)(?:(?:https?|mailto|tel):[^\\s<>`\"'\\\\]*+|[\\w.+-]{1,100}@[\\w-]{1,63}(?:\\.[\\w-]{1,63}){1,10})>",
          Pattern.CASE_INSENSITIVE);

  private final String text;
  private final SafeTags tags;
  private final boolean markdown;
  private final Places code;
  private final Removals removals;
  private final MarkupScanner scanner;
  private final StringBuilder kept;
  private int done;

  MarkupFilter(String text, BodyRule rule, Places code, Removals removals) {
    this.text = text;
    this.tags = rule.tags();
    this.markdown = rule.format() == Format.MARKDOWN;
    this.code = code;
    this.removals = removals;
    this.scanner = new MarkupScanner(text);
    this.kept = new StringBuilder(text.length());
  }

  /** The text without what isn't listed; an equal one when there is nothing. */
  String filter() {
    int at = text.indexOf('<');
    while (at >= 0) {
      int behindCode = code.certain().endAt(at);
      int next = behindCode > at ? behindCode : markup(at);
      at = text.indexOf('<', next);
    }
    copy(text.length());
    return kept.toString();
  }

  /** Deals with one sign and says where to go on. */
  private int markup(int at) {
    Markup markup = scanner.at(at);
    if (code.likely().holds(at) && !isKept(markup)) {
      return escape(at);
    }
    return switch (markup) {
      case Sign sign -> sign(sign.start());
      case Unfinished unfinished -> escape(unfinished.start());
      case Comment comment -> comment(comment);
      case Tag tag -> tag(tag);
    };
  }

  /** Whether what a sign begins can stay as it is. */
  boolean isKept(Markup markup) {
    return switch (markup) {
      case Sign sign -> sign.start() + 1 < text.length();
      case Unfinished unfinished -> false;
      case Comment comment -> comment.plain();
      case Tag tag -> isAutolink(tag) || isFine(tag);
    };
  }

  /** The last sign of a body may meet what follows it in a page. */
  private int sign(int at) {
    return at + 1 < text.length() ? at + 1 : escape(at);
  }

  private int comment(Comment comment) {
    return comment.plain()
        ? comment.end()
        : remove(comment.start(), comment.end(), Removal.COMMENT);
  }

  private int tag(Tag tag) {
    if (!ELEMENT.matcher(tag.name()).matches()) {
      return isAutolink(tag) ? tag.end() : notAnElement(tag);
    }
    if (tags.allows(tag.name())) {
      return allowed(tag);
    }
    if (markdown && isProse(tag)) {
      return escape(tag.start());
    }
    Removal whole = tag.closing() ? null : Fates.whole(tag.name());
    return whole == null
        ? remove(tag.start(), tag.end(), Fates.tag(tag.name()))
        : whole(tag, whole);
  }

  /** {@code List<Part>}, {@code <your name>}: a placeholder, as people write it in Markdown. */
  private static boolean isProse(Tag tag) {
    return !org.jsoup.parser.Tag.isKnownTag(tag.name())
        && Fates.isUnknown(tag.name())
        && tag.name().indexOf('-') < 0
        && tag.attributes().stream().allMatch(attribute -> attribute.raw() == null);
  }

  /** {@code <jane@example.org>}, {@code <https://…>}: texts that were never meant as tags. */
  private int notAnElement(Tag tag) {
    boolean active = SafeUrl.isActive(text.substring(tag.start() + 1, tag.end() - 1));
    if (active) {
      removals.add(Removal.ADDRESS);
    }
    return escape(tag.start());
  }

  private boolean isAutolink(Tag tag) {
    return markdown
        && tags.allows("a")
        && code.autolinks().contains(tag.start())
        && (AUTOLINK.matcher(text).region(tag.start(), tag.end()).matches() || isInert(tag));
  }

  /** An address that would do nothing if a reader took it for a tag. */
  private boolean isInert(Tag tag) {
    if (ELEMENT.matcher(tag.name()).matches() || tag.end() - tag.start() > 2000) {
      return false;
    }
    String address = text.substring(tag.start() + 1, tag.end() - 1);
    for (int i = 0; i < address.length(); i++) {
      if ("<>\"'`=\\\n\r".indexOf(address.charAt(i)) >= 0) {
        return false;
      }
    }
    return SafeUrl.isLink(address);
  }

  private int whole(Tag tag, Removal kind) {
    int close = scanner.find("</" + tag.name(), tag.end());
    if (close >= 0) {
      int end = scanner.find(">", close);
      return remove(tag.start(), end < 0 ? text.length() : end + 1, kind);
    }
    if (markdown) {
      return escape(tag.start());
    }
    return remove(tag.start(), Fates.isRaw(tag.name()) ? text.length() : tag.end(), kind);
  }

  private int allowed(Tag tag) {
    if (tag.closing()) {
      return isFine(tag) ? tag.end() : replace(tag, "</" + tag.name() + ">", Removal.TIDIED);
    }
    if (tag.name().equals("img") && TrackingImages.is(tag)) {
      return remove(tag.start(), tag.end(), Removal.TRACKER);
    }
    if (Fates.isHidden(tag)) {
      int close = scanner.find("</" + tag.name(), tag.end());
      int inner = scanner.find("<" + tag.name(), tag.end());
      int end = close < 0 ? -1 : scanner.find(">", close);
      if (end >= 0 && (inner < 0 || inner > close)) {
        return remove(tag.start(), end + 1, Removal.HIDDEN);
      }
    }
    if (isFine(tag)) {
      return tag.end();
    }
    return rewritten(tag);
  }

  private int rewritten(Tag tag) {
    StringBuilder written = new StringBuilder("<").append(tag.name());
    Set<String> names = new HashSet<>();
    boolean removed = false;
    for (Attribute attribute : tag.attributes()) {
      if (!isAllowed(tag, attribute)) {
        removals.add(Fates.attribute(attribute.name()));
        removed = true;
      } else if (names.add(attribute.name())) {
        written.append(' ').append(attribute.name());
        if (attribute.raw() != null) {
          written.append("=\"").append(escaped(value(tag, attribute))).append('"');
        }
      }
    }
    if (tag.name().equals("img") && !names.contains("src")) {
      return remove(tag.start(), tag.end(), Removal.TAG);
    }
    if (!removed) {
      removals.add(Removal.TIDIED);
    }
    return replace(tag, written.append('>').toString(), null);
  }

  /** An address without the line breaks that browsers don't see. */
  private String value(Tag tag, Attribute attribute) {
    AttributeKind kind = tags.attribute(tag.name(), attribute.name());
    return kind == AttributeKind.LINK || kind == AttributeKind.IMAGE
        ? SafeUrl.compact(attribute.value().strip().replace(" ", "%20"))
        : attribute.value();
  }

  /** Whether a tag can stay as it is written. */
  private boolean isFine(Tag tag) {
    if (!tag.tidy() || !tags.allows(tag.name())) {
      return false;
    }
    if (tag.closing()) {
      return tag.attributes().isEmpty();
    }
    for (Attribute attribute : tag.attributes()) {
      AttributeKind kind = tags.attribute(tag.name(), attribute.name());
      if (!isAllowed(tag, attribute)
          || ((kind == AttributeKind.LINK || kind == AttributeKind.IMAGE)
              && attribute.raw() != null
              && !SafeUrl.isPlain(attribute.raw()))) {
        return false;
      }
    }
    return !Fates.isHidden(tag) && !(tag.name().equals("img") && TrackingImages.is(tag));
  }

  private boolean isAllowed(Tag tag, Attribute attribute) {
    AttributeKind kind = tags.attribute(tag.name(), attribute.name());
    return kind != null && kind.allows(attribute.value());
  }

  private int remove(int start, int end, Removal kind) {
    removals.add(kind);
    copy(start);
    done = end;
    endSafely();
    return end;
  }

  private int replace(Tag tag, String text, @Nullable Removal kind) {
    if (kind != null) {
      removals.add(kind);
    }
    copy(tag.start());
    kept.append(text);
    done = tag.end();
    return tag.end();
  }

  private int escape(int at) {
    removals.add(Removal.ESCAPED);
    copy(at);
    kept.append("&lt;");
    done = at + 1;
    return done;
  }

  /** What is left of a place must not become markup with what is right of it. */
  private void endSafely() {
    int last = kept.length() - 1;
    if (last >= 0 && kept.charAt(last) == '<') {
      kept.replace(last, last + 1, "&lt;");
    }
  }

  private void copy(int end) {
    kept.append(text, done, end);
    done = end;
  }

  /** Safe between double quotes, on one line, whatever Markdown makes of it. */
  static String escaped(String value) {
    StringBuilder escaped = new StringBuilder(value.length() + 16);
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      switch (c) {
        case '&' -> escaped.append("&amp;");
        case '<' -> escaped.append("&lt;");
        case '>' -> escaped.append("&gt;");
        case '"' -> escaped.append("&quot;");
        case '`' -> escaped.append("&#96;");
        case '\n' -> escaped.append("&#10;");
        case '\r' -> escaped.append("&#13;");
        case '\f', '\0' -> escaped.append(' ');
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }
}
