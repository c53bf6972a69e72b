/** Tests of the service. */
@NullMarked
package org.curation.sink;

import org.jspecify.annotations.NullMarked;
