/**
 * The service: takes documents off the log in batches, fetches their images, gives both to a
 * publishing store and keeps the positions there.
 */
@NullMarked
package org.curation.sink;

import org.jspecify.annotations.NullMarked;
