package org.curation.enrich.archetype;

/** What is wrong with a template; caught where the place is known. */
final class TemplateSyntaxException extends Exception {
  private static final long serialVersionUID = 1L;

  TemplateSyntaxException(String message) {
    super(message, null, false, false);
  }
}
