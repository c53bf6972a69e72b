/** Answers capture requests from web archives (WARC). */
@NullMarked
package org.curation.ingest.capture.archive;

import org.jspecify.annotations.NullMarked;
