package org.curation.sink;

/**
 * Where the reading of a partition begins.
 *
 * @param position first offset to read
 */
record Start(long position, CatchUp catchUp) {}
