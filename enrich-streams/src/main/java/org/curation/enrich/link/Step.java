package org.curation.enrich.link;

/**
 * One thing that was done to an address.
 *
 * @param rule id of the rule; {@code repair.…} and {@code normalise} are the engine's own
 * @param before what stood there; values that can identify a reader are fingerprints
 * @param after what stands there now; empty when it was taken away
 */
public record Step(String rule, String before, String after) {}
