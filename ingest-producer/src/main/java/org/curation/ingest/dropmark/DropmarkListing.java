package org.curation.ingest.dropmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a collection lists.
 *
 * @param collection what its checkpoint calls it
 * @param name for people, from the collection itself
 * @param items as they came, by id; one without an id has an invented key
 * @param complete whether it surely is all: only then may what is missing be deleted
 */
record DropmarkListing(
    String collection, Optional<String> name, Map<String, JsonNode> items, boolean complete) {
  DropmarkListing {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }
}
