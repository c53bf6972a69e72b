package org.curation.ingest.published;

/**
 * Something about a published site that could not be taken over.
 *
 * @param file relative to the site's root, with {@code /}
 * @param message what was expected and what to do
 */
public record SiteProblem(String file, String message) {}
