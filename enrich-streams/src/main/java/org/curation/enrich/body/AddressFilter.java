package org.curation.enrich.body;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.enrich.body.MarkdownText.Destination;
import org.curation.enrich.body.Spans.Span;

/**
 * Holds Markdown's links and images to the safe list. Twice: where CommonMark sees one, it becomes
 * its text; and whatever else looks like one and leads to code is broken up, because sites read
 * tables, footnotes and more. Pure.
 */
final class AddressFilter {
  /** A bracket's end, and what would be an address behind it. */
  private static final Pattern LOOKS =
      Pattern.compile("\\]([(:])[\\s>]{0,40}+<?[\\s]{0,40}+([^\\s)]{1,200})");

  private static final Pattern ESCAPED = Pattern.compile("\\\\(\\p{Punct})");

  private AddressFilter() {}

  /** The text without bad addresses. */
  static String filter(
      String text, MarkdownText markdown, BodyRule rule, Spans certain, Removals removals) {
    Edits edits = new Edits();
    for (Destination each : markdown.destinations()) {
      if (!isAllowed(each, rule.tags()) && each.whole().end() > each.whole().start()) {
        removals.add(
            each.image() && TrackingImages.isBeacon(each.address())
                ? Removal.TRACKER
                : Removal.ADDRESS);
        unlink(text, each, edits);
      }
    }
    // A changed text is looked at again as a whole; places of code are those of this one.
    String linked = edits.apply(text);
    return linked.equals(text) ? brokenUp(text, certain, removals) : linked;
  }

  private static boolean isAllowed(Destination destination, SafeTags tags) {
    String address = destination.address();
    if (destination.definition()) {
      return SafeUrl.isLink(address) || SafeUrl.isImage(address);
    }
    return destination.image()
        ? tags.allows("img") && SafeUrl.isImage(address) && !TrackingImages.isBeacon(address)
        : tags.allows("a") && SafeUrl.isLink(address);
  }

  private static void unlink(String text, Destination each, Edits edits) {
    Span whole = each.whole();
    Span shown = each.shown();
    if (text.charAt(whole.start()) == '<') {
      edits.replace(whole.start(), whole.start() + 1, "&lt;");
    } else if (shown == null) {
      edits.remove(whole.start(), whole.end());
    } else {
      edits.remove(whole.start(), shown.start());
      edits.remove(shown.end(), whole.end());
    }
  }

  /** Breaks up what looks like a link that leads to code. */
  static String brokenUp(String text, Spans certain, Removals removals) {
    Edits edits = new Edits();
    Matcher looks = LOOKS.matcher(text);
    int from = 0;
    while (looks.find(from)) {
      from = looks.start() + 1;
      if (!certain.holds(looks.start()) && isActive(looks.group(2))) {
        removals.add(Removal.ADDRESS);
        edits.replace(looks.start(1), looks.end(1), looks.group(1).equals("(") ? "&#40;" : "&#58;");
      }
    }
    return edits.apply(text);
  }

  /** As CommonMark reads it: signs may be escaped, entities count. */
  static boolean isActive(String raw) {
    if (raw.indexOf(':') < 0 && raw.indexOf('&') < 0) {
      return false;
    }
    return SafeUrl.isActive(raw) || SafeUrl.isActive(ESCAPED.matcher(raw).replaceAll("$1"));
  }
}
