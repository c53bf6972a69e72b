/** The HTTP interface of ingest: OpenProject's webhook, and push by other curation systems. */
@NullMarked
package org.curation.ingest.api;

import org.jspecify.annotations.NullMarked;
