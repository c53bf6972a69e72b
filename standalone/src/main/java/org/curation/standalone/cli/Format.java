package org.curation.standalone.cli;

/** How a verb prints. */
enum Format {
  TEXT,
  JSON
}
