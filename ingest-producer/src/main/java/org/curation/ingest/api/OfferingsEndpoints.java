package org.curation.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Offering;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** Push of offerings. All of a request is stored, or, when anything is wrong, nothing of it. */
final class OfferingsEndpoints {
  private static final String ID = "offeringId";
  private static final Set<String> NAMES = Set.of(ID, "label", "categories", "withdrawn");
  private static final int LABEL = 1000;
  private static final int CATEGORIES = 1000;

  /** One with two categories has 9 values and names, of which a body may have 400,000. */
  private static final int SNAPSHOT = 40_000;

  private final List<PushToken> tokens;
  private final Storing storing;
  private final Optional<SnapshotOfferings> snapshots;
  private final ApiLimits limits;

  OfferingsEndpoints(
      List<PushToken> tokens,
      Storing storing,
      Optional<SnapshotOfferings> snapshots,
      ApiLimits limits) {
    this.tokens = tokens;
    this.storing = storing;
    this.snapshots = snapshots;
    this.limits = limits;
  }

  /** {@code POST /offerings}: some are new or changed, some are withdrawn. */
  Answer post(Call call) {
    return store(read(call, limits.elements(), true));
  }

  /** {@code PUT /offerings}: these are all that there are. */
  Answer replace(Call call) {
    require(call);
    SnapshotOfferings differ =
        snapshots.orElseThrow(
            () ->
                Problem.of(
                        Problem.Kind.NOT_OFFERED,
                        "Whole lists are not taken here. Send changes with POST /offerings.")
                    .asException());
    List<Offering> all = new ArrayList<>();
    for (SourceItem item : elements(call, SNAPSHOT, false)) {
      if (item instanceof SourceItem.OfferingItem told) {
        all.add(told.offering());
      }
    }
    SnapshotOfferings.Difference difference = differ.difference(all);
    if (difference.refusal().isPresent()) {
      throw Problem.of(Problem.Kind.REFUSED, "Nothing was stored: " + difference.refusal().get())
          .asException();
    }
    return store(difference.items());
  }

  /** {@code PUT /offerings/{id}}. */
  Answer put(Call call) {
    require(call);
    call.requireType(Call.JSON);
    long id = id(call);
    Checks checks = new Checks();
    SourceItem item = item(new Elements("", call.json().parse()), false, Optional.of(id), checks);
    checks.throwIfAny();
    return store(item == null ? List.of() : List.of(item));
  }

  /** {@code DELETE /offerings/{id}}. */
  Answer delete(Call call) {
    require(call);
    return store(List.of(new SourceItem.OfferingWithdrawn(id(call))));
  }

  private void require(Call call) {
    PushToken.require(call, tokens).require(PushToken.OFFERINGS);
  }

  private List<SourceItem> read(Call call, int most, boolean withdrawals) {
    require(call);
    return elements(call, most, withdrawals);
  }

  private static List<SourceItem> elements(Call call, int most, boolean withdrawals) {
    String type = call.requireType(Call.JSON, Call.LINES);
    Checks checks = new Checks();
    Set<Long> ids = new HashSet<>();
    List<SourceItem> items = new ArrayList<>();
    for (Elements element : Elements.of(call.json(), type, most)) {
      SourceItem item = item(element, withdrawals, Optional.empty(), checks);
      if (item != null && !ids.add(element.node().path(ID).longValue())) {
        checks.wrong(element.place(), ID, "a number that no other element has");
      }
      if (item != null) {
        items.add(item);
      }
    }
    checks.throwIfAny();
    return items;
  }

  private static @Nullable SourceItem item(
      Elements element, boolean withdrawals, Optional<Long> given, Checks checks) {
    JsonNode node = element.node();
    if (!node.isObject()) {
      checks.wrong(element.place(), "", "an object with " + ID);
      return null;
    }
    checks.known(element, NAMES);
    checks.sound(element);
    JsonNode id = node.path(ID);
    boolean absent = given.isPresent() && id.isMissingNode();
    boolean whole = id.isIntegralNumber() && id.canConvertToLong() && id.longValue() >= 0;
    if (!absent && !(whole && given.orElse(id.longValue()) == id.longValue())) {
      checks.wrong(element.place(), ID, "a whole number, that of the address if it has one");
      return null;
    }
    long number = given.orElse(id.longValue());
    JsonNode withdrawn = node.path("withdrawn");
    if (!withdrawn.isMissingNode() && !withdrawn.isBoolean()) {
      checks.wrong(element.place(), "withdrawn", "true or false");
      return null;
    }
    if (withdrawals && withdrawn.asBoolean(false)) {
      return new SourceItem.OfferingWithdrawn(number);
    }
    String label = checks.text(element, "label", true, LABEL);
    checks.texts(element, "categories", CATEGORIES);
    List<String> categories = new ArrayList<>();
    node.path("categories").forEach(each -> categories.add(each.asText()));
    return label == null
        ? null
        : new SourceItem.OfferingItem(new Offering(number, label, categories));
  }

  private static long id(Call call) {
    String id = call.path("id");
    if (!id.matches("[0-9]{1,18}")) {
      throw Problem.of(Problem.Kind.NOT_FOUND, "An offering's id is a whole number.").asException();
    }
    return Long.parseLong(id);
  }

  private Answer store(List<SourceItem> items) {
    storing.store(items);
    ObjectNode body = Json.mapper().createObjectNode();
    body.put("stored", items.size());
    return Answer.accepted(body);
  }
}
