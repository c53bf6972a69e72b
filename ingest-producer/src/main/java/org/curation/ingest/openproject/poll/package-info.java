/** Polls OpenProject and compares what it lists with what was published. */
@NullMarked
package org.curation.ingest.openproject.poll;

import org.jspecify.annotations.NullMarked;
