package org.curation.ingest.capture.guard;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.curation.ingest.source.Excerpt;

/**
 * An address of the web in the one form that decides and that is connected to. Addresses are read
 * as browsers read them, not as {@code java.net.URI} does: backslashes are slashes, tabs and line
 * breaks are nothing, and what can't stand in a request is encoded. Fragments are left out.
 * Immutable.
 *
 * @param scheme {@code http} or {@code https}
 * @param port never -1
 * @param target path and query; printable ASCII, begins with a slash
 */
public record WebAddress(String scheme, HostName host, int port, String target) {
  private static final Pattern SCHEME = Pattern.compile("^([A-Za-z][A-Za-z0-9+.-]*):");
  private static final Pattern AUTHORITY = Pattern.compile("(?s)^[/\\\\]*([^/\\\\?#]*)(.*)$");
  private static final Pattern HOST_PORT = Pattern.compile("(?s)^(\\[[^\\]]*\\]|[^:]*)(?::(.*))?$");
  private static final Pattern PORT = Pattern.compile("[0-9]{0,9}");
  private static final int LONGEST = 8192;
  private static final int HIGHEST_PORT = 65_535;

  /**
   * Reads an absolute address.
   *
   * @throws AddressRefusedException when it is none, or has user info
   */
  public static WebAddress parse(String text) throws AddressRefusedException {
    String url = tidy(text);
    Matcher scheme = SCHEME.matcher(url);
    if (!scheme.find()) {
      throw refused(text, "is no absolute address");
    }
    String name = scheme.group(1).toLowerCase(Locale.ROOT);
    if (!name.equals("http") && !name.equals("https")) {
      throw refused(text, "is not of http or https");
    }
    return afterScheme(name, url.substring(scheme.end()), text);
  }

  /**
   * Reads a reference as it stands in {@code Location} or in a page.
   *
   * @throws AddressRefusedException when it is no address of the web
   */
  public WebAddress resolve(String reference) throws AddressRefusedException {
    String url = tidy(reference);
    if (SCHEME.matcher(url).find()) {
      return parse(url);
    }
    String slashes = url.replace('\\', '/');
    if (slashes.startsWith("//")) {
      return afterScheme(scheme, url, reference);
    }
    int query = target.indexOf('?');
    String path = query < 0 ? target : target.substring(0, query);
    if (url.isEmpty() || url.startsWith("#")) {
      return this;
    }
    if (url.startsWith("?")) {
      return new WebAddress(scheme, host, port, UrlTarget.of(path + url));
    }
    String base = slashes.startsWith("/") ? "" : path.substring(0, path.lastIndexOf('/') + 1);
    return new WebAddress(scheme, host, port, UrlTarget.of(base + url));
  }

  /** Whether scheme, host and port are the same. */
  public boolean sameOrigin(WebAddress other) {
    return scheme.equals(other.scheme) && port == other.port && host.equals(other.host);
  }

  /** Scheme, host and, when it isn't the usual one, port. */
  public String origin() {
    return scheme + "://" + host.inUrl() + (port == usual(scheme) ? "" : ":" + port);
  }

  /** Another address of the same origin, by path and query. */
  public WebAddress at(String path) {
    return new WebAddress(scheme, host, port, UrlTarget.of(path));
  }

  @Override
  public String toString() {
    return origin() + target;
  }

  private static WebAddress afterScheme(String scheme, String rest, String text)
      throws AddressRefusedException {
    Matcher parts = AUTHORITY.matcher(rest);
    if (!parts.matches()) {
      throw refused(text, "is no address");
    }
    String authority = parts.group(1);
    if (authority.indexOf('@') >= 0) {
      throw new AddressRefusedException("an address with user info is not fetched");
    }
    Matcher hostPort = HOST_PORT.matcher(authority);
    if (!hostPort.matches()) {
      throw refused(text, "has no valid host");
    }
    return new WebAddress(
        scheme,
        HostName.parse(hostPort.group(1)),
        port(scheme, hostPort.group(2), text),
        UrlTarget.of(parts.group(2)));
  }

  @SuppressWarnings("NullAway") // a group that took no part is null
  private static int port(String scheme, String digits, String text)
      throws AddressRefusedException {
    if (digits == null || digits.isEmpty()) {
      return usual(scheme);
    }
    if (!PORT.matcher(digits).matches() || Integer.parseInt(digits) > HIGHEST_PORT) {
      throw refused(text, "has no valid port");
    }
    return Integer.parseInt(digits);
  }

  private static int usual(String scheme) {
    return scheme.equals("https") ? 443 : 80;
  }

  private static String tidy(String text) throws AddressRefusedException {
    if (text.length() > LONGEST) {
      throw refused(text, "is longer than %d characters".formatted(LONGEST));
    }
    return text.replaceAll("^[\\x00-\\x20]+|[\\x00-\\x20]+$", "").replaceAll("[\\t\\r\\n]", "");
  }

  private static AddressRefusedException refused(String text, String why) {
    return new AddressRefusedException("\"%s\" %s".formatted(Excerpt.of(text), why));
  }
}
