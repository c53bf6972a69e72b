/** Gets resources over HTTP: guarded, polite, and bounded in time, bytes and redirects. */
@NullMarked
package org.curation.ingest.capture.web;

import org.jspecify.annotations.NullMarked;
