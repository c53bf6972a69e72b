package org.curation.enrich.body;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.curation.enrich.body.Markup.Attribute;
import org.curation.enrich.body.Markup.Tag;
import org.jspecify.annotations.Nullable;

/** What is known of elements that don't belong into a body. */
final class Fates {
  private static final String EVENT_HANDLER = "on";

  /** Elements that go with all that is in them. */
  private static final Map<String, Removal> WHOLE =
      Map.ofEntries(
          Map.entry("script", Removal.SCRIPT),
          Map.entry("noscript", Removal.SCRIPT),
          Map.entry("template", Removal.SCRIPT),
          Map.entry("style", Removal.STYLE),
          Map.entry("iframe", Removal.EMBED),
          Map.entry("frameset", Removal.EMBED),
          Map.entry("noframes", Removal.EMBED),
          Map.entry("object", Removal.EMBED),
          Map.entry("applet", Removal.EMBED),
          Map.entry("noembed", Removal.EMBED),
          Map.entry("svg", Removal.EMBED),
          Map.entry("math", Removal.EMBED),
          Map.entry("audio", Removal.EMBED),
          Map.entry("video", Removal.EMBED),
          Map.entry("canvas", Removal.EMBED),
          Map.entry("xmp", Removal.EMBED),
          Map.entry("plaintext", Removal.EMBED),
          Map.entry("title", Removal.HEAD),
          Map.entry("textarea", Removal.FORM),
          Map.entry("select", Removal.FORM),
          Map.entry("button", Removal.FORM),
          Map.entry("datalist", Removal.FORM));

  /** Elements whose tag goes; what is in them stays. */
  private static final Map<String, Removal> TAG_ONLY =
      Map.ofEntries(
          Map.entry("meta", Removal.HEAD),
          Map.entry("base", Removal.HEAD),
          Map.entry("link", Removal.HEAD),
          Map.entry("head", Removal.HEAD),
          Map.entry("html", Removal.HEAD),
          Map.entry("body", Removal.HEAD),
          Map.entry("embed", Removal.EMBED),
          Map.entry("frame", Removal.EMBED),
          Map.entry("source", Removal.EMBED),
          Map.entry("track", Removal.EMBED),
          Map.entry("param", Removal.EMBED),
          Map.entry("bgsound", Removal.EMBED),
          Map.entry("form", Removal.FORM),
          Map.entry("input", Removal.FORM),
          Map.entry("isindex", Removal.FORM),
          Map.entry("keygen", Removal.FORM));

  /** What is in them is text to a browser, up to the end of the page when they aren't closed. */
  private static final Set<String> RAW =
      Set.of("script", "style", "iframe", "noembed", "noframes", "xmp", "title", "textarea");

  private static final Set<String> ADDRESSES =
      Set.of(
          "href",
          "src",
          "srcset",
          "action",
          "formaction",
          "data",
          "poster",
          "background",
          "cite",
          "longdesc",
          "ping",
          "xlink:href",
          "lowsrc",
          "dynsrc",
          "manifest",
          "profile",
          "usemap");

  private static final Pattern HIDING =
      Pattern.compile(
          "(?:display\\s*:\\s*none|visibility\\s*:\\s*hidden|opacity\\s*:\\s*0*\\.?0*(?:;|$|!|\\s)"
              + "|mso-hide\\s*:\\s*all)");

  private Fates() {}

  /** The kind of an element that goes with its content; null for others. */
  static @Nullable Removal whole(String element) {
    return WHOLE.get(element);
  }

  /** Whether nothing is known of an element, not even that it is dangerous. */
  static boolean isUnknown(String element) {
    return !WHOLE.containsKey(element) && !TAG_ONLY.containsKey(element);
  }

  /** The kind of an element whose tag goes. */
  static Removal tag(String element) {
    Removal whole = WHOLE.get(element);
    return whole != null ? whole : TAG_ONLY.getOrDefault(element, Removal.TAG);
  }

  /** Whether a browser reads all behind an unclosed tag as its text. */
  static boolean isRaw(String element) {
    return RAW.contains(element);
  }

  /** The kind of an attribute that may not stay. */
  static Removal attribute(String name) {
    if (name.startsWith(EVENT_HANDLER)) {
      return Removal.HANDLER;
    }
    if (name.equals("style")) {
      return Removal.STYLE;
    }
    return ADDRESSES.contains(name) ? Removal.ADDRESS : Removal.ATTRIBUTE;
  }

  /** Whether an element says that nobody shall see it. */
  static boolean isHidden(Tag tag) {
    if (tag.closing()) {
      return false;
    }
    Attribute style = tag.attribute("style");
    return tag.attribute("hidden") != null
        || (style != null && HIDING.matcher(style.value().toLowerCase(Locale.ROOT)).find());
  }
}
