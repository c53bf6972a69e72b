/** Links of curated items: what is shown, fetched and compared. */
@NullMarked
package org.curation.enrich.link;

import org.jspecify.annotations.NullMarked;
