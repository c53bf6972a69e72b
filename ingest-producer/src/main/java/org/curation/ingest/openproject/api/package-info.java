/** OpenProject's API v3 as ingest reads it: requests, answers, and what goes wrong. */
@NullMarked
package org.curation.ingest.openproject.api;

import org.jspecify.annotations.NullMarked;
