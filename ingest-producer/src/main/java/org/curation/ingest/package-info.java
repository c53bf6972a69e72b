/** The service that reads sources, as a program of its own. */
@NullMarked
package org.curation.ingest;

import org.jspecify.annotations.NullMarked;
