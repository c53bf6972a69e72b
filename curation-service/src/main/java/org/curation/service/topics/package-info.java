/** The topics of a cluster beside those of the catalogue: what is there, what is wrong with it. */
@NullMarked
package org.curation.service.topics;

import org.jspecify.annotations.NullMarked;
