package org.curation.enrich.document;

import java.util.List;
import org.curation.enrich.state.CurationState;

/**
 * What an event did.
 *
 * @param after the state to keep
 * @param effects what to tell, in order
 */
public record Reaction(CurationState after, List<Effect> effects) {
  /** Copies the list. */
  public Reaction {
    effects = List.copyOf(effects);
  }
}
