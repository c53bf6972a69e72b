package org.curation.enrich.link.url;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The basic URL parser of the WHATWG URL standard for absolute http and https addresses. Never
 * throws; takes time linear in the length. Pure.
 */
public final class UrlParser {
  /** The most characters that are read. */
  public static final int MAX_LENGTH = 16 * 1024;

  private UrlParser() {}

  /** Reads an address. */
  public static Parsed parse(String text) {
    if (text.length() > MAX_LENGTH) {
      return new Parsed.Refused(Refusal.TOO_LONG);
    }
    String input = withoutLineBreaks(trimmed(text));
    if (input.isEmpty()) {
      return new Parsed.Refused(Refusal.EMPTY);
    }
    int colon = schemeEnd(input);
    if (colon < 0) {
      return new Parsed.Refused(Refusal.NOT_ABSOLUTE);
    }
    String scheme = input.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !scheme.equals("http")) {
      // "example.org:8080/a" has no scheme but a port.
      return new Parsed.Refused(scheme.indexOf('.') < 0 ? Refusal.NOT_WEB : Refusal.NOT_ABSOLUTE);
    }
    int start = colon + 1;
    while (start < input.length() && isSlash(input.charAt(start))) {
      start++;
    }
    int end = start;
    while (end < input.length() && !endsAuthority(input.charAt(end))) {
      end++;
    }
    int at = input.lastIndexOf('@', end - 1);
    int host = at >= start ? at + 1 : start;
    int port = portColon(input, host, end);
    return rest(
        scheme,
        at >= start ? userInfo(input.substring(start, at)) : null,
        input.substring(host, port),
        port < end ? input.substring(port + 1, end) : "",
        input.substring(end));
  }

  private static Parsed rest(
      String scheme, @Nullable String userInfo, String hostText, String portText, String tail) {
    if (hostText.isEmpty()) {
      return new Parsed.Refused(Refusal.NO_HOST);
    }
    String host = HostParser.parse(hostText);
    if (host == null) {
      return new Parsed.Refused(Refusal.BAD_HOST);
    }
    int port = port(portText);
    if (port < NO_PORT) {
      return new Parsed.Refused(Refusal.BAD_PORT);
    }
    int hash = tail.indexOf('#');
    String beforeHash = hash < 0 ? tail : tail.substring(0, hash);
    int mark = beforeHash.indexOf('?');
    boolean usual = port == NO_PORT || port == (scheme.equals("http") ? 80 : 443);
    return new Parsed.Address(
        new WebAddress(
            scheme,
            userInfo,
            host,
            usual ? null : Integer.valueOf(port),
            PathParser.parse(mark < 0 ? beforeHash : beforeHash.substring(0, mark)),
            mark < 0 ? null : EncodeSet.QUERY.encode(beforeHash.substring(mark + 1)),
            hash < 0 ? null : EncodeSet.FRAGMENT.encode(tail.substring(hash + 1))));
  }

  private static final int NO_PORT = -1;

  /** The port, {@link #NO_PORT} when the text is empty, less when it is none. */
  private static int port(String text) {
    int port = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return NO_PORT - 1;
      }
      port = port * 10 + (c - '0');
      if (port > 0xFFFF) {
        return NO_PORT - 1;
      }
    }
    return text.isEmpty() ? NO_PORT : port;
  }

  private static @Nullable String userInfo(String text) {
    int colon = text.indexOf(':');
    String name = EncodeSet.USER_INFO.encode(colon < 0 ? text : text.substring(0, colon));
    String password = colon < 0 ? "" : EncodeSet.USER_INFO.encode(text.substring(colon + 1));
    if (name.isEmpty() && password.isEmpty()) {
      return null;
    }
    return password.isEmpty() ? name : name + ":" + password;
  }

  /** Where the colon before the port is; the end when there is none. */
  private static int portColon(String input, int from, int end) {
    boolean inBrackets = false;
    for (int i = from; i < end; i++) {
      char c = input.charAt(i);
      if (c == ':' && !inBrackets) {
        return i;
      }
      inBrackets = c == '[' || (inBrackets && c != ']');
    }
    return end;
  }

  private static int schemeEnd(String input) {
    for (int i = 0; i < input.length(); i++) {
      char c = input.charAt(i);
      if (c == ':') {
        return i == 0 ? -1 : i;
      }
      int lower = c | 0x20;
      boolean letter = c < 128 && lower >= 'a' && lower <= 'z';
      boolean other = (c >= '0' && c <= '9') || c == '+' || c == '-' || c == '.';
      if (!letter && (i == 0 || !other)) {
        return -1;
      }
    }
    return -1;
  }

  private static boolean isSlash(char c) {
    return c == '/' || c == '\\';
  }

  private static boolean endsAuthority(char c) {
    return isSlash(c) || c == '?' || c == '#';
  }

  private static String trimmed(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && text.charAt(from) <= ' ') {
      from++;
    }
    while (to > from && text.charAt(to - 1) <= ' ') {
      to--;
    }
    return text.substring(from, to);
  }

  private static String withoutLineBreaks(String text) {
    if (text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\t') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != '\n' && c != '\r' && c != '\t') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
