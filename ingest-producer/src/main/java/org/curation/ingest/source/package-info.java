/** What a source is, and the run that publishes everything a source tells. */
@NullMarked
package org.curation.ingest.source;

import org.jspecify.annotations.NullMarked;
