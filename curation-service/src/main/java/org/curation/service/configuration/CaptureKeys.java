package org.curation.service.configuration;

import java.util.List;

/** The keys of fetching pages and images from the network. */
public final class CaptureKeys {
  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL = List.of();

  private CaptureKeys() {}
}
