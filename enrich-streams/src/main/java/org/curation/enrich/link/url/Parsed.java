package org.curation.enrich.link.url;

/** What came of reading an address. */
public sealed interface Parsed {
  /** It is one. */
  record Address(WebAddress address) implements Parsed {}

  /** It isn't. */
  record Refused(Refusal reason) implements Parsed {}
}
