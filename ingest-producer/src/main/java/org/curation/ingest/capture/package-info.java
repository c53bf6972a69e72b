/** Fetches pages and images on request, checks them, and answers with captures. */
@NullMarked
package org.curation.ingest.capture;

import org.jspecify.annotations.NullMarked;
