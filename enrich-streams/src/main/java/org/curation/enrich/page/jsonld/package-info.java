/** Linked data in a page (JSON-LD): repaired, flattened, read. Pure. */
@NullMarked
package org.curation.enrich.page.jsonld;

import org.jspecify.annotations.NullMarked;
