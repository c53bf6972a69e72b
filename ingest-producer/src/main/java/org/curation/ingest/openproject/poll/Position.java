package org.curation.ingest.openproject.poll;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.ingest.source.Fields;
import org.jspecify.annotations.Nullable;

/**
 * How far OpenProject was read: the position in its checkpoint.
 *
 * @param cursor everything that was changed before is published
 * @param incomplete numbers of work packages that were published without all of their context
 * @param overflow whether there were more of those than are remembered
 * @param reconciledAt when everything was last compared; null before the first time
 * @param refusal why that deleted nothing although it should have; null when it did
 * @param names a short hash of each name that stood around items, by the address of what bears it
 */
record Position(
    Instant cursor,
    List<String> incomplete,
    boolean overflow,
    @Nullable Instant reconciledAt,
    @Nullable String refusal,
    Map<String, String> names) {
  static final Position START = new Position(Instant.EPOCH, List.of(), false, null, null, Map.of());

  private static final int MOST_INCOMPLETE = 1000;

  Position {
    incomplete = List.copyOf(incomplete);
    names = Map.copyOf(names);
  }

  Position at(Instant time) {
    Instant later = time.isAfter(cursor) ? time : cursor;
    return new Position(later, incomplete, overflow, reconciledAt, refusal, names);
  }

  /** With other incomplete items; what is too many is only known to exist. */
  Position lacking(LinkedHashSet<String> all) {
    List<String> kept = new ArrayList<>(all);
    boolean more = kept.size() > MOST_INCOMPLETE;
    return new Position(
        cursor,
        more ? kept.subList(0, MOST_INCOMPLETE) : kept,
        overflow || more,
        reconciledAt,
        refusal,
        names);
  }

  Position reconciled(
      Instant time, @Nullable String refused, Map<String, String> seen, boolean stillOverflow) {
    return new Position(cursor, incomplete, stillOverflow, time, refused, seen);
  }

  ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("cursor", cursor.toString());
    incomplete.forEach(json.putArray("incomplete")::add);
    json.put("overflow", overflow);
    json.put("reconciledAt", reconciledAt == null ? null : reconciledAt.toString());
    json.put("refusal", refusal);
    ObjectNode all = json.putObject("names");
    new TreeMap<>(names).forEach(all::put);
    return json;
  }

  static Position of(JsonNode json) {
    List<String> incomplete = new ArrayList<>();
    json.path("incomplete").forEach(each -> incomplete.add(each.asText()));
    Map<String, String> names = new TreeMap<>();
    json.path("names").properties().forEach(e -> names.put(e.getKey(), e.getValue().asText()));
    String reconciled = Fields.text(json, "reconciledAt");
    String cursor = Fields.text(json, "cursor");
    return new Position(
        cursor == null ? Instant.EPOCH : Instant.parse(cursor),
        incomplete,
        json.path("overflow").asBoolean(false),
        reconciled == null ? null : Instant.parse(reconciled),
        Fields.text(json, "refusal"),
        names);
  }
}
