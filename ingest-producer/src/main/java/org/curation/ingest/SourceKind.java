package org.curation.ingest;

import java.util.List;
import org.curation.ingest.source.RunningSource;
import org.curation.service.configuration.Configuration;

/** A kind of source that a configuration can switch on. */
interface SourceKind {
  /** The key that switches it on, for messages. */
  String key();

  /** Whether the configuration asks for it. */
  boolean wanted(Configuration configuration);

  /** What is wrong with the configuration, without asking anybody; told all at once. */
  List<String> problems(Configuration configuration);

  /** The sources, ready to start. */
  List<RunningSource> create(IngestContext context);
}
