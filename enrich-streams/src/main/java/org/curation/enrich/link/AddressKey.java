package org.curation.enrich.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.curation.enrich.link.url.WebAddress;
import org.jspecify.annotations.Nullable;

/**
 * What an address is compared by: without scheme, user info, {@code www.}, usual port, slashes that
 * end the path, order and empty parts of the query, needless and lower-case escapes. Pure.
 */
final class AddressKey {
  private static final String TEXT_FRAGMENT = ":~:";

  private AddressKey() {}

  static String of(WebAddress address) {
    StringBuilder out = new StringBuilder();
    String host = address.host();
    int end = host.endsWith(".") ? host.length() - 1 : host.length();
    out.append(host, host.startsWith("www.") && end > 4 ? 4 : 0, end);
    Integer port = address.port();
    if (port != null && port != 80 && port != 443) {
      out.append(':').append(port.intValue());
    }
    String path = address.path();
    int length = path.length();
    while (length > 0 && path.charAt(length - 1) == '/') {
      length--;
    }
    out.append(folded(path.substring(0, length)));
    appendPart(out, '?', query(address.query()));
    appendPart(out, '#', fragment(address.fragment()));
    return out.toString();
  }

  private static void appendPart(StringBuilder out, char mark, String text) {
    if (!text.isEmpty()) {
      out.append(mark).append(text);
    }
  }

  private static String query(@Nullable String query) {
    if (query == null || query.isEmpty()) {
      return "";
    }
    return Arrays.stream(query.split("&"))
        .map(part -> part.indexOf('=') == part.length() - 1 ? cut(part) : part)
        .filter(part -> !part.isEmpty())
        .map(AddressKey::folded)
        .sorted()
        .collect(Collectors.joining("&"));
  }

  private static String cut(String part) {
    return part.isEmpty() ? part : part.substring(0, part.length() - 1);
  }

  private static String fragment(@Nullable String fragment) {
    if (fragment == null) {
      return "";
    }
    int directive = fragment.indexOf(TEXT_FRAGMENT);
    return folded(directive < 0 ? fragment : fragment.substring(0, directive));
  }

  private static String folded(String text) {
    if (text.indexOf('%') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      int value = i + 2 < text.length() && text.charAt(i) == '%' ? hexPair(text, i + 1) : -1;
      if (value < 0) {
        out.append(text.charAt(i));
        continue;
      }
      if (isUnreserved(value)) {
        out.append((char) value);
      } else {
        out.append(text.substring(i, i + 3).toUpperCase(Locale.ROOT));
      }
      i += 2;
    }
    return out.toString();
  }

  private static int hexPair(String text, int at) {
    int high = Character.digit(text.charAt(at), 16);
    int low = Character.digit(text.charAt(at + 1), 16);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
  }

  private static boolean isUnreserved(int c) {
    int lower = c | 0x20;
    return (c < 128 && lower >= 'a' && lower <= 'z')
        || (c >= '0' && c <= '9')
        || c == '-'
        || c == '.'
        || c == '_'
        || c == '~';
  }
}
