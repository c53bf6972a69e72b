/** A feed of product offerings: a file or an address that is polled, and what changed in it. */
@NullMarked
package org.curation.ingest.offerings;

import org.jspecify.annotations.NullMarked;
