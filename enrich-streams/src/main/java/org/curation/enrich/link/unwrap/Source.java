package org.curation.enrich.link.unwrap;

import java.util.List;
import org.curation.enrich.link.match.Expression;
import org.curation.enrich.link.match.KeyPattern;

/** Where in a wrapper its target stands. */
public sealed interface Source {
  /** The value of the first of some parameters. */
  record Param(List<KeyPattern> keys) implements Source {
    /** Copies the list. */
    public Param {
      keys = List.copyOf(keys);
    }
  }

  /** The last group of an expression over a whole raw component. */
  record Part(Component component, Expression pattern) implements Source {}

  /** URL Defense has a language of its own. */
  record Defense() implements Source {}

  /** A raw component of an address. */
  enum Component {
    /** All of it. */
    URL,
    PATH,
    QUERY,
    FRAGMENT
  }
}
