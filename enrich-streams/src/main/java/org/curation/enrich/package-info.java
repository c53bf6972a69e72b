/**
 * The service: the Kafka Streams topology and its processors. Thin; every decision is taken by the
 * pure packages beside it.
 */
@NullMarked
package org.curation.enrich;

import org.jspecify.annotations.NullMarked;
