/** Pure functions that turn Dropmark's JSON into raw curations and their context. */
@NullMarked
package org.curation.ingest.dropmark;

import org.jspecify.annotations.NullMarked;
