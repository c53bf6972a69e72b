package org.curation.enrich.offering;

/**
 * Which offerings a document wants, and which it got: it is touched by a change when it would get
 * others.
 *
 * @param shown stands for the offerings as they were shown, in their order; see {@link
 *     OfferingIndex#shown}
 */
public record Relation(Interest interest, long shown) {}
