/** A value that was found, where, and what else was found. */
@NullMarked
package org.curation.enrich.page.value;

import org.jspecify.annotations.NullMarked;
