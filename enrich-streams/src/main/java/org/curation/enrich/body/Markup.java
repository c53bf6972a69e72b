package org.curation.enrich.body;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a {@code <} in a text begins, as browsers read it. */
sealed interface Markup {
  /**
   * A tag.
   *
   * @param start of its {@code <}
   * @param end behind its {@code >}
   * @param name in lower case
   * @param tidy whether every reader takes it for this tag, wherever in Markdown it stands
   */
  record Tag(
      int start, int end, boolean closing, String name, List<Attribute> attributes, boolean tidy)
      implements Markup {
    /** The first attribute of a name, as browsers do; null when there is none. */
    @Nullable Attribute attribute(String wanted) {
      for (Attribute each : attributes) {
        if (each.name().equals(wanted)) {
          return each;
        }
      }
      return null;
    }
  }

  /**
   * A comment, a declaration or what browsers make a comment of.
   *
   * @param end behind it
   * @param plain whether it can only be a comment of one line without markup
   */
  record Comment(int start, int end, boolean plain) implements Markup {}

  /** A sign of the text. */
  record Sign(int start) implements Markup {}

  /** Something that begins like markup and has no end. */
  record Unfinished(int start) implements Markup {}

  /**
   * An attribute.
   *
   * @param name in lower case
   * @param value with its entities decoded; empty without one
   * @param raw as it is in the text; null without a value
   * @param start of the raw value in the text
   */
  record Attribute(String name, String value, @Nullable String raw, int start) {}
}
