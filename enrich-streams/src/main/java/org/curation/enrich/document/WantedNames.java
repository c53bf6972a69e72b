package org.curation.enrich.document;

import org.curation.enrich.state.Claimed.Answer;
import org.jspecify.annotations.Nullable;

/**
 * The names that a document wants for itself. To ask for one is to claim it; an answer that is
 * outstanding is null.
 */
interface WantedNames {
  /** Asks for an address or path that the item would have for itself. */
  @Nullable Answer own(String name);

  /** Asks for any other name that is wanted whatever others want: an alias, a link. */
  @Nullable Answer other(String name);

  /** Asks for a name beside one that an older item has. */
  @Nullable Answer beside(String name);

  /** What is known of a name, without asking for it. */
  @Nullable Answer known(String name);

  /** Whether a name was ever asked for as the item's own. */
  boolean isOwn(String name);
}
