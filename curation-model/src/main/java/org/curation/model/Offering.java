package org.curation.model;

import java.util.List;
import java.util.Objects;

/**
 * A product offering that documents are related to by shared categories: the value of {@code
 * curation.offerings}; a null value withdraws it.
 */
public record Offering(long offeringId, String label, List<String> categories) {
  /** Copies the list. */
  public Offering {
    Objects.requireNonNull(label, "label");
    categories = List.copyOf(Objects.requireNonNull(categories, "categories"));
  }
}
