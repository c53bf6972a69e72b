/** Dates as pages write them, and which of them is the page's. Pure. */
@NullMarked
package org.curation.enrich.page.date;

import org.jspecify.annotations.NullMarked;
