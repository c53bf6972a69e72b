/** Product offerings related to a document by shared categories. */
@NullMarked
package org.curation.enrich.offering;

import org.jspecify.annotations.NullMarked;
