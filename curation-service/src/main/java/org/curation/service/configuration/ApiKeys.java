package org.curation.service.configuration;

import java.util.List;

/** The keys of the HTTP interface that webhooks and other curation systems push to. */
public final class ApiKeys {
  /** All of them, in the order of the reference page. */
  static final List<Key<?>> ALL = List.of();

  private ApiKeys() {}
}
