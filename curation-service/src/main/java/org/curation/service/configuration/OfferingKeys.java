package org.curation.service.configuration;

import java.util.List;

/** The keys of the offerings feed. */
public final class OfferingKeys {
  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL = List.of();

  private OfferingKeys() {}
}
