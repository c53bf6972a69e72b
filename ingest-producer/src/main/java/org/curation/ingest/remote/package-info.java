/** Reads other systems over HTTP, bounded in size and time, and polls them patiently. */
@NullMarked
package org.curation.ingest.remote;

import org.jspecify.annotations.NullMarked;
