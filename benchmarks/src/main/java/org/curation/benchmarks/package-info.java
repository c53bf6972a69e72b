/** What one record costs in the hot functions, beside a reference in the same run. */
@NullMarked
package org.curation.benchmarks;

import org.jspecify.annotations.NullMarked;
