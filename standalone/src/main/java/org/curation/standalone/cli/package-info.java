/** The curate command line, one class for each verb. */
@NullMarked
package org.curation.standalone.cli;

import org.jspecify.annotations.NullMarked;
