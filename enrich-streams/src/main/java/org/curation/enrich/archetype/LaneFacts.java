package org.curation.enrich.archetype;

import org.jspecify.annotations.Nullable;

/**
 * What decides about a record's lane. What isn't known may be null or empty; only a pattern that
 * takes an empty text matches it.
 *
 * @param source {@code open-project}, {@code dropmark}
 * @param project identifier of the project
 * @param type name of the item's type
 * @param status name of the item's status
 * @param collection name of the Dropmark collection
 */
public record LaneFacts(
    String source,
    @Nullable String project,
    @Nullable String type,
    @Nullable String status,
    @Nullable String collection) {}
