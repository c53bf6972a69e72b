/** Publishes large files of saved records, and goes on where it was when it was stopped. */
@NullMarked
package org.curation.ingest.backfill;

import org.jspecify.annotations.NullMarked;
