/** What the programs count and time, in Prometheus' terms. */
@NullMarked
package org.curation.service.metrics;

import org.jspecify.annotations.NullMarked;
