package org.curation.enrich.link.match;

import java.util.List;
import java.util.Locale;
import org.curation.enrich.link.url.PublicSuffix;
import org.curation.enrich.link.url.WebAddress;
import org.jspecify.annotations.Nullable;

/** An address that rules look at; what they ask for is found out once. For one thread. */
public final class Subject {
  private static final int UNKNOWN = -2;

  private final WebAddress address;
  private @Nullable List<Parameter> parameters;
  private @Nullable String text;
  private @Nullable String folded;
  private @Nullable String foldedPath;
  private int suffixStart = UNKNOWN;

  /** Nothing is computed yet. */
  public Subject(WebAddress address) {
    this.address = address;
  }

  /** The address itself. */
  public WebAddress address() {
    return address;
  }

  /** The host without the dot that may end it: names are compared like that. */
  public String host() {
    String host = address.host();
    return host.endsWith(".") ? host.substring(0, host.length() - 1) : host;
  }

  /** The whole address. */
  public String text() {
    if (text == null) {
      text = address.text();
    }
    return text;
  }

  /** The whole address in lower case. */
  String folded() {
    if (folded == null) {
      folded = text().toLowerCase(Locale.ROOT);
    }
    return folded;
  }

  /** The path in lower case. */
  String foldedPath() {
    if (foldedPath == null) {
      foldedPath = address.path().toLowerCase(Locale.ROOT);
    }
    return foldedPath;
  }

  /** The segments of the query. */
  public List<Parameter> parameters() {
    if (parameters == null) {
      String query = address.query();
      parameters = query == null ? List.of() : Parameter.split(query);
    }
    return parameters;
  }

  /** Where the host's public suffix begins; negative when it has none. */
  public int suffixStart() {
    if (suffixStart == UNKNOWN) {
      suffixStart = PublicSuffix.start(host());
    }
    return suffixStart;
  }

  /** The host without {@code www.} in front. */
  static String withoutWww(String host) {
    return host.startsWith("www.") ? host.substring(4) : host;
  }
}
