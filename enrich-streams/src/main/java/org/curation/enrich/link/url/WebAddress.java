package org.curation.enrich.link.url;

import org.jspecify.annotations.Nullable;

/**
 * An http or https address in the form that the URL standard writes. The components are raw: they
 * hold the escapes that the author wrote. Unchangeable; safe for use by threads.
 *
 * @param scheme {@code http} or {@code https}
 * @param userInfo what stands before the {@code @}, escaped; null when nothing does
 * @param host lower case, punycode; an IPv6 address in brackets
 * @param port null for the scheme's own port
 * @param path begins with a slash
 * @param query without {@code ?}; null when there is none
 * @param fragment without {@code #}; null when there is none
 */
public record WebAddress(
    String scheme,
    @Nullable String userInfo,
    String host,
    @Nullable Integer port,
    String path,
    @Nullable String query,
    @Nullable String fragment) {

  /** The same address with another query; null for none. */
  public WebAddress withQuery(@Nullable String other) {
    return new WebAddress(scheme, userInfo, host, port, path, other, fragment);
  }

  /** The same address with another fragment; null for none. */
  public WebAddress withFragment(@Nullable String other) {
    return new WebAddress(scheme, userInfo, host, port, path, query, other);
  }

  /** Scheme, host, port and path, without user info. */
  public String place() {
    StringBuilder out = new StringBuilder(host.length() + path.length() + 16);
    out.append(scheme).append("://");
    return hostAndPath(out).toString();
  }

  /** The whole address. */
  public String text() {
    StringBuilder out = new StringBuilder(host.length() + path.length() + 64);
    out.append(scheme).append("://");
    if (userInfo != null) {
      out.append(userInfo).append('@');
    }
    return rest(hostAndPath(out)).toString();
  }

  /** Path, query and fragment as they stand in the address. */
  public String pathQueryFragment() {
    return rest(new StringBuilder(path)).toString();
  }

  private StringBuilder hostAndPath(StringBuilder out) {
    out.append(host);
    if (port != null) {
      out.append(':').append(port.intValue());
    }
    return out.append(path);
  }

  private StringBuilder rest(StringBuilder out) {
    if (query != null) {
      out.append('?').append(query);
    }
    if (fragment != null) {
      out.append('#').append(fragment);
    }
    return out;
  }
}
