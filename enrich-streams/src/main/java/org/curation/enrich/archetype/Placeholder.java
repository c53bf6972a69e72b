package org.curation.enrich.archetype;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * What stands between <code>${</code> and <code>}</code>: a path and the filters behind it. Pure.
 */
record Placeholder(String path, List<Call> calls) {
  /** One filter with its argument; a null node where it takes none. */
  record Call(Filter filter, JsonNode argument) {}

  Placeholder {
    calls = List.copyOf(calls);
  }

  JsonNode value(ObjectNode variables) {
    JsonNode value = Lookup.find(variables, path);
    for (Call call : calls) {
      value = call.filter().apply(value, call.argument());
    }
    return value;
  }

  /** Whether a null leaves the key or list element out. */
  boolean optional() {
    return calls.stream().anyMatch(call -> call.filter().name().equals(Filters.OPTIONAL));
  }
}
