/** Reads a site that was published before, so that its documents keep their names and addresses. */
@NullMarked
package org.curation.ingest.published;

import org.jspecify.annotations.NullMarked;
