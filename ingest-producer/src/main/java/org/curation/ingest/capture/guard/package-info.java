/** Decides which addresses of the web may be connected to. All but name resolution is pure. */
@NullMarked
package org.curation.ingest.capture.guard;

import org.jspecify.annotations.NullMarked;
