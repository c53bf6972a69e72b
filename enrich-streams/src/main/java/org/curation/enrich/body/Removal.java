package org.curation.enrich.body;

/** Kinds of what is taken out of a body. The order is that of reports. */
enum Removal {
  SCRIPT("scripts"),
  HANDLER("event handlers"),
  ADDRESS("addresses with a scheme that is not allowed"),
  TRACKER("tracking images"),
  STYLE("styles"),
  EMBED("embedded content"),
  FORM("parts of forms"),
  HEAD("parts of a page's head"),
  HIDDEN("hidden parts"),
  COMMENT("comments"),
  TAG("tags that are not listed"),
  ATTRIBUTE("attributes that are not listed"),
  TIDIED("tags written anew"),
  ESCAPED("signs escaped");

  private final String people;

  Removal(String people) {
    this.people = people;
  }

  /** For people, in the plural. */
  String people() {
    return people;
  }
}
