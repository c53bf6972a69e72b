package org.curation.enrich.body;

import java.util.regex.Pattern;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.BodyRule.Links;
import org.curation.enrich.body.Markup.Tag;

/**
 * Texts other than bodies: titles, names, descriptions. They are data and themes print them
 * escaped; this is for the theme that does not. Pure; safe for use by threads.
 */
public final class ShownText {
  private static final BodyRule RULE =
      new BodyRule(Format.MARKDOWN, SafeTags.BASIC, Links.AS_CURATED, false);

  private static final Pattern ADDRESS_FIELD =
      Pattern.compile(
          "(?i).*(?:href|url|uri|link|src|source|original|permalink|image|img|logo|icon|canonical"
              + "|avatar|thumbnail|photo|picture|video|audio|player|embed|feed|website|homepage"
              + "|aliases|alias|basepath|location)s?(?:[_-]?(?:url|secure))?");

  private ShownText() {}

  /**
   * A text that nothing runs, wherever a theme puts it: each tag that isn't on the basic list is
   * written with the signs {@code ‹} and {@code ›}, a link to code gets a blank before its address,
   * and attributes for a heading get another brace. Readers see what was there. An equal text when
   * there is none of it.
   */
  public static String safe(String text) {
    String shown = text.indexOf('<') < 0 ? text : tags(text);
    String links = AddressFilter.brokenUp(shown, Spans.NONE, new Removals());
    if (!links.equals(shown)) {
      shown = links.replace("]&#40;", "] (").replace("]&#58;", "] :");
    }
    String braces = HeadingAttributes.filter(shown, Spans.NONE, new Removals());
    shown = braces.equals(shown) ? shown : braces.replace("&#123;", "\uff5b");
    String fences = FenceInfo.filter(shown, false, Spans.NONE, new Removals());
    shown =
        fences.equals(shown)
            ? shown
            : fences.replace("&#96;", "\u00b4").replace("&#126;", "\u223c");
    return shown.replace("{{<", "{ {<").replace("{{%", "{ {%");
  }

  /** Whether a key of front matter names an address, as far as one can see. */
  public static boolean isAddressField(String key) {
    return ADDRESS_FIELD.matcher(key).matches();
  }

  /** Whether an address runs code, or shows what it says itself. */
  public static boolean runs(String address) {
    return SafeUrl.isActive(address) && !SafeUrl.isImage(address);
  }

  private static String tags(String text) {
    MarkupScanner scanner = new MarkupScanner(text);
    MarkupFilter filter = new MarkupFilter(text, RULE, Places.NONE, new Removals());
    Edits edits = new Edits();
    int at = text.indexOf('<');
    while (at >= 0) {
      Markup markup = scanner.at(at);
      int next = at + 1;
      if (markup instanceof Markup.Sign || filter.isKept(markup)) {
        next = markup instanceof Tag tag ? tag.end() : at + 1;
      } else if (markup instanceof Tag tag) {
        edits.replace(at, at + 1, "‹");
        if (text.indexOf('<', at + 1) >= tag.end() || text.indexOf('<', at + 1) < 0) {
          edits.replace(tag.end() - 1, tag.end(), "›");
        }
      } else {
        edits.replace(at, at + 1, "‹");
      }
      at = text.indexOf('<', next);
    }
    return edits.apply(text);
  }
}
