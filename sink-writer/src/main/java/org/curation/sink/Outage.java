package org.curation.sink;

import java.time.Duration;

/**
 * Something that the sink waits for.
 *
 * @param what is being done, for example {@code writing documents}
 * @param cause the newest failure
 * @param lasting since the first failure in a row
 */
public record Outage(String what, String cause, Duration lasting) {}
