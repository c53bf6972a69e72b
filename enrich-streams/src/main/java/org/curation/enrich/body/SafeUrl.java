package org.curation.enrich.body;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Which addresses a body may hold, whatever reads them. Pure; takes time in proportion to the
 * address.
 */
final class SafeUrl {
  private static final Set<String> LINKS = Set.of("http", "https", "mailto", "tel");
  private static final Set<String> IMAGES = Set.of("http", "https");

  /** Pictures made of points alone; SVG could hold scripts. */
  private static final Pattern INLINE_IMAGE =
      Pattern.compile(
          "data:image/(?:png|jpe?g|gif|webp);base64,[A-Za-z0-9+/]*+={0,2}",
          Pattern.CASE_INSENSITIVE);

  /** A name's end in a scheme that runs or shows what the address itself says. */
  private static final Pattern ACTIVE =
      Pattern.compile(
          "(?:java|vb|live|j|ecma)script|mocha|data|blob|filesystem|file|about|view-source|jar"
              + "|mhtml|ms-its|wyciwyg|resource|chrome|feed|pcast");

  private SafeUrl() {}

  /** Whether a link may lead there. */
  static boolean isLink(String decoded) {
    return isOf(LINKS, decoded, false);
  }

  /** Whether an image may come from there. */
  static boolean isImage(String decoded) {
    return isOf(IMAGES, decoded, true);
  }

  /** Whether an address runs code or shows what it says itself; unknown schemes don't count. */
  static boolean isActive(String decoded) {
    return isActiveOnce(decoded) || isActiveOnce(decode(decoded));
  }

  /** Entities decoded, as in an attribute. */
  static String decode(String raw) {
    return raw.indexOf('&') < 0 ? raw : Parser.unescapeEntities(raw, false);
  }

  /** Whether no reader could take the beginning for another scheme than it says. */
  static boolean isPlain(String raw) {
    int end = schemeEnd(raw);
    for (int i = 0; i < end; i++) {
      char c = raw.charAt(i);
      if (isLeftOut(c) || (c == '&' && !raw.startsWith("&amp;", i))) {
        return false;
      }
    }
    for (int i = end; i < raw.length(); i++) {
      if (raw.charAt(i) < ' ') {
        return false;
      }
    }
    return true;
  }

  private static boolean isOf(Set<String> schemes, String decoded, boolean image) {
    return isOfOnce(schemes, decoded, image) && isOfOnce(schemes, decode(decoded), image);
  }

  private static boolean isOfOnce(Set<String> schemes, String decoded, boolean image) {
    String compact = compact(decoded);
    String scheme = scheme(compact);
    return scheme == null
        || schemes.contains(scheme)
        || (image && INLINE_IMAGE.matcher(compact).matches());
  }

  private static boolean isActiveOnce(String decoded) {
    String compact = compact(decoded);
    String scheme = scheme(compact);
    return scheme != null
        && ACTIVE.matcher(scheme).matches()
        && !INLINE_IMAGE.matcher(compact).matches();
  }

  /** Null when the address is relative. */
  private static @Nullable String scheme(String compact) {
    int end = schemeEnd(compact);
    return end < compact.length() && compact.charAt(end) == ':'
        ? compact.substring(0, end).toLowerCase(Locale.ROOT)
        : null;
  }

  private static int schemeEnd(String url) {
    int i = 0;
    while (i < url.length() && ":/?#\\".indexOf(url.charAt(i)) < 0) {
      i++;
    }
    return i;
  }

  /** Without what browsers leave out (controls, blanks) and what nobody sees. */
  static String compact(String url) {
    int i = 0;
    while (i < url.length() && !isLeftOut(url.charAt(i))) {
      i++;
    }
    if (i == url.length()) {
      return url;
    }
    StringBuilder kept = new StringBuilder(url.length()).append(url, 0, i);
    for (; i < url.length(); i++) {
      if (!isLeftOut(url.charAt(i))) {
        kept.append(url.charAt(i));
      }
    }
    return kept.toString();
  }

  private static boolean isLeftOut(char c) {
    return c <= ' '
        || (c >= 0x7f && c <= 0xa0)
        || c == 0xad
        || c == '\ufffd'
        || c == '\ufeff'
        || (c >= '\u2000' && c <= '\u200f')
        || (c >= '\u2028' && c <= '\u202f')
        || (c >= '\u205f' && c <= '\u206f')
        || c == '\u3000';
  }
}
