/** One walk through a page's tree: what stands where, with bounds. Pure. */
@NullMarked
package org.curation.enrich.page.html;

import org.jspecify.annotations.NullMarked;
