/** Tests of the Hugo store. */
@NullMarked
package org.curation.sink.hugo;

import org.jspecify.annotations.NullMarked;
