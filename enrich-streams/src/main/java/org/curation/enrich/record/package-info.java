/** What a source's payload says, read into one form whatever the source. */
@NullMarked
package org.curation.enrich.record;

import org.jspecify.annotations.NullMarked;
