package org.curation.model;

/**
 * The word of an enrichment task to itself that documents wait for changed offerings: the value of
 * {@code curation.offering-rounds}.
 *
 * @param number one more for each word of this task; only the last one counts
 */
public record OfferingRound(long number) {}
