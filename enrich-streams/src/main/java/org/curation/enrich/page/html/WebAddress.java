package org.curation.enrich.page.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Absolute web addresses out of what stands in attributes. Pure; nothing is fetched. */
public final class WebAddress {
  private static final int MAX = 4096;
  private static final Pattern SCHEME = Pattern.compile("^[a-zA-Z][a-zA-Z0-9+.-]*:");
  private static final Pattern WEB = Pattern.compile("(?i)^https?://[^/?#\\s]+.*");

  private WebAddress() {}

  /**
   * An address made absolute.
   *
   * @param base the page's own address, or what its base element says; may be anything
   * @return nothing for other schemes than http and https, for what can't be resolved and for what
   *     is longer than 4096 characters
   */
  public static Optional<String> resolve(@Nullable String base, String raw) {
    if (raw.length() > MAX) {
      return Optional.empty();
    }
    String text = escaped(raw);
    if (text.isEmpty() || text.startsWith("#")) {
      return Optional.empty();
    }
    if (SCHEME.matcher(text).find()) {
      return WEB.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }
    return base == null ? Optional.empty() : against(escaped(base), text);
  }

  private static Optional<String> against(String base, String text) {
    if (!WEB.matcher(base).matches()) {
      return Optional.empty();
    }
    try {
      URI from = new URI(withoutQuery(base));
      if (text.startsWith("//")) {
        return Optional.of(from.getScheme() + ":" + text)
            .filter(full -> WEB.matcher(full).matches());
      }
      if (text.startsWith("?")) {
        return Optional.of(from + text);
      }
      if (from.getRawPath().isEmpty()) {
        from = new URI(from + "/");
      }
      String full = from.resolve(new URI(text)).toString();
      return Optional.of(full.replaceFirst("^(https?://[^/]+)(?:/\\.\\.)+/", "$1/"));
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  private static String withoutQuery(String address) {
    int end = address.length();
    for (char mark : new char[] {'#', '?'}) {
      int at = address.indexOf(mark);
      end = at >= 0 && at < end ? at : end;
    }
    return address.substring(0, end);
  }

  /** What browsers escape is escaped; line breaks and tabs vanish. */
  private static String escaped(String raw) {
    StringBuilder out = new StringBuilder(raw.length());
    String text = raw.strip();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\n', '\r', '\t' -> {}
        case ' ' -> out.append("%20");
        case '"' -> out.append("%22");
        case '<' -> out.append("%3C");
        case '>' -> out.append("%3E");
        case '\\', '^', '`', '{', '|', '}' ->
            out.append('%').append(Integer.toHexString(c).toUpperCase(Locale.ROOT));
        default -> out.append(c);
      }
    }
    return out.toString();
  }

  /** Host and path, for asking whether two addresses mean one page. */
  public static String identity(String address) {
    String bare = withoutQuery(address.strip()).toLowerCase(Locale.ROOT);
    return bare.replaceFirst("^https?:", "")
        .replaceFirst("^//(?:www\\.|m\\.)?", "")
        .replaceFirst("/+$", "");
  }

  /** Whether it is a site's entry, not a page in it. */
  public static boolean isHome(String address) {
    return address.indexOf('?') < 0 && identity(address).indexOf('/') < 0;
  }

  /** The host in lower case; empty when there is none. */
  public static String host(@Nullable String address) {
    if (address == null || !WEB.matcher(address).matches()) {
      return "";
    }
    String id = identity(address);
    int slash = id.indexOf('/');
    String host = slash < 0 ? id : id.substring(0, slash);
    return host.replaceFirst("^.*@", "").replaceFirst(":\\d*$", "");
  }
}
