package org.curation.enrich.archetype;

/**
 * One line of the table that says what becomes of records.
 *
 * @param name unique; used in reports, metrics and {@code curation.accepted}
 * @param match which records it takes
 * @param treatment what becomes of them
 */
public record Lane(String name, LaneMatch match, LaneTreatment treatment) {}
