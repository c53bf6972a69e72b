/**
 * A real KRaft broker from the broker's own jars, in this process: what tests and the embedded mode
 * run on.
 */
@NullMarked
package org.curation.embedded;

import org.jspecify.annotations.NullMarked;
