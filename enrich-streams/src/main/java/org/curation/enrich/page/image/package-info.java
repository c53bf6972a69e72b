/** Lead image, icons and logos of a page. No network. Pure. */
@NullMarked
package org.curation.enrich.page.image;

import org.jspecify.annotations.NullMarked;
