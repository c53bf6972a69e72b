/**
 * The one stateful processor of the topology and what it needs of Kafka Streams. Thin: it decodes,
 * calls the pure packages, and forwards.
 */
@NullMarked
package org.curation.enrich.process;

import org.jspecify.annotations.NullMarked;
