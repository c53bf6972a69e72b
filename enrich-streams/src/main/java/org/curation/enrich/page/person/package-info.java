/** Names of authors as pages write them. Pure. */
@NullMarked
package org.curation.enrich.page.person;

import org.jspecify.annotations.NullMarked;
