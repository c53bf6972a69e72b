/** Brokers for tests: from Testcontainers where a Docker engine answers, else embedded. */
@NullMarked
package org.curation.embedded.testing;

import org.jspecify.annotations.NullMarked;
