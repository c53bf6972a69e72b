package org.curation.service.configuration;

import java.util.List;

/** The keys of the Dropmark source. */
public final class DropmarkKeys {
  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL = List.of();

  private DropmarkKeys() {}
}
