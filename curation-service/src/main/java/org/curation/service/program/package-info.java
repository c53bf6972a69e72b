/** How a program starts, waits for its cluster, runs and stops: the same for all of them. */
@NullMarked
package org.curation.service.program;

import org.jspecify.annotations.NullMarked;
