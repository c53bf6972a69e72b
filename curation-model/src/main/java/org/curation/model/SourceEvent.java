package org.curation.model;

/** What happened to an item in its source. */
public enum SourceEvent {
  CREATED,
  UPDATED,
  DELETED
}
