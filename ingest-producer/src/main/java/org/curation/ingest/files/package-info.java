/** Reads a directory of saved source records, whatever its files are called, as one source. */
@NullMarked
package org.curation.ingest.files;

import org.jspecify.annotations.NullMarked;
