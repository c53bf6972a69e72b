package org.curation.enrich.link.url;

import java.util.Locale;

/** Why a text is no address that can be published. */
public enum Refusal {
  /** There is nothing in it but white space. */
  EMPTY("there is no address"),
  /** It has more characters than {@link UrlParser#MAX_LENGTH}. */
  TOO_LONG("the address is longer than " + UrlParser.MAX_LENGTH + " characters"),
  /** It doesn't begin with a scheme. */
  NOT_ABSOLUTE("the address doesn't begin with http:// or https://"),
  /** Its scheme is neither http nor https. */
  NOT_WEB("only http and https addresses lead to pages"),
  /** Nothing stands where the host is expected. */
  NO_HOST("the address has no host"),
  /** The host is neither a name nor an IP address. */
  BAD_HOST("the host is neither a name nor an IP address"),
  /** The port is no number up to 65535. */
  BAD_PORT("the port is no number from 0 to 65535"),
  /**
   * The host can't be reached by readers: a private network, or no top-level domain that exists.
   */
  NOT_PUBLIC("the host is private or in no public domain, so readers can't reach it"),
  /** More wrappers lie around the target than are taken off. */
  TOO_DEEP("too many redirects are wrapped around the target");

  private final String message;

  Refusal(String message) {
    this.message = message;
  }

  /** The stable code, for example {@code not-web}. */
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For people; without the address. */
  public String message() {
    return message;
  }
}
