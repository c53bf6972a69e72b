/** From the state of one curation to its finished document. */
@NullMarked
package org.curation.enrich.document;

import org.jspecify.annotations.NullMarked;
