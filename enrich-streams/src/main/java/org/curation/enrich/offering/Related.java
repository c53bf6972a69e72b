package org.curation.enrich.offering;

import java.util.List;

/**
 * An offering with the reason why it is shown.
 *
 * @param weight see {@link Weight}
 * @param shared what it has in common with the document, the rarest first
 */
public record Related(RelatedOffering offering, long weight, List<Shared> shared) {
  /**
   * A shared category.
   *
   * @param category its key
   * @param offerings how many offerings have it
   */
  public record Shared(String category, int offerings) {}

  /** Copies the list. */
  public Related {
    shared = List.copyOf(shared);
  }
}
