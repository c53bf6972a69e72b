/** Pure functions that turn OpenProject's JSON into raw curations and their context. */
@NullMarked
package org.curation.ingest.openproject;

import org.jspecify.annotations.NullMarked;
