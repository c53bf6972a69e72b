/** What a fetched page says about itself. */
@NullMarked
package org.curation.enrich.page;

import org.jspecify.annotations.NullMarked;
