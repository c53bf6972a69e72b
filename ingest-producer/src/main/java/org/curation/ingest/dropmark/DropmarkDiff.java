package org.curation.ingest.dropmark;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.curation.ingest.dropmark.DropmarkItem.State;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.ingest.source.SourceItem;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.service.DeadLetter;
import org.jspecify.annotations.Nullable;

/**
 * Finds what changed since the last reading, and changes the memory accordingly. Pure but for the
 * memory. For one thread and one round.
 */
final class DropmarkDiff {
  private static final String ORIGIN = "dropmark/";

  private final DropmarkMemory memory;
  private final Function<CurationId, Optional<AcceptedCuration>> accepted;
  private final Instant now;
  private final List<SourceItem> changes = new ArrayList<>();
  private final Set<String> listed = new HashSet<>();
  private boolean complete = true;

  DropmarkDiff(
      DropmarkMemory memory,
      Function<CurationId, Optional<AcceptedCuration>> accepted,
      Instant now) {
    this.memory = memory;
    this.accepted = accepted;
    this.now = now;
  }

  /** Takes in what a collection lists. */
  void add(DropmarkListing listing) {
    complete &= listing.complete();
    listing.items().forEach((id, payload) -> add(listing, id, payload));
  }

  List<SourceItem> changes() {
    return changes;
  }

  /** What was told before and is in none of the collections now. */
  Set<String> missing() {
    Set<String> missing = new TreeSet<>(memory.ids());
    missing.removeAll(listed);
    return missing;
  }

  /**
   * Deletes what is missing.
   *
   * @param confirmed what was missing when it was looked for a second time
   * @return why nothing was deleted, for people
   */
  Optional<String> delete(Set<String> confirmed, DropLimit limit) {
    Set<String> missing = missing();
    missing.retainAll(confirmed);
    if (missing.isEmpty()) {
      return Optional.empty();
    }
    int known = memory.ids().size();
    String sentence = "%d of %d Dropmark items are not listed".formatted(missing.size(), known);
    if (!complete) {
      return Optional.of(
          sentence
              + ", but a collection could not be read to its end, so none of them is deleted. It is read again later.");
    }
    if (listed.isEmpty()) {
      return Optional.of(
          sentence
              + ", because nothing at all is; none of them is deleted. Check the collections and what the user may see.");
    }
    Optional<String> exceeded = limit.exceeded(missing.size(), known);
    if (exceeded.isPresent()) {
      return Optional.of(
          "%s, %s; none of them is deleted. If they really are gone, raise ingest.dropmark.limit."
              .formatted(sentence, exceeded.get()));
    }
    missing.forEach(this::delete);
    return Optional.empty();
  }

  private void delete(String sourceId) {
    CurationId id = new CurationId(DropmarkItem.SOURCE, sourceId);
    Version told = memory.told(sourceId);
    memory.forget(sourceId);
    Version known = accepted.apply(id).map(AcceptedCuration::version).orElse(told);
    Version newest = told == null || (known != null && known.compareTo(told) > 0) ? known : told;
    if (newest != null) {
      changes.add(new SourceItem.Curation(deletion(id, newest, ORIGIN + "no longer listed")));
    }
  }

  private void add(DropmarkListing listing, String key, JsonNode payload) {
    String origin = ORIGIN + listing.collection() + "/" + key;
    listed.add(key);
    DropmarkItem item;
    try {
      item = DropmarkItem.of(payload);
    } catch (MalformedRecordException e) {
      // One that does not even say who it is may be any of the known.
      complete &= !key.startsWith("#");
      changes.add(new SourceItem.Undecodable(letter(origin, payload, e)));
      return;
    }
    switch (item.state()) {
      case OTHER_TYPE -> skip(origin, "Dropmark item that is no link");
      case NO_LINK -> skip(origin, "Dropmark link without an address");
      case LINK, DELETED -> tell(listing, item, origin);
    }
  }

  private void tell(DropmarkListing listing, DropmarkItem item, String origin) {
    String sourceId = item.id().sourceId();
    Version told = memory.told(sourceId);
    Version version = version(item, told);
    if (!version.equals(told)) {
      changes.add(
          new SourceItem.Curation(
              item.state() == State.DELETED
                  ? deletion(item.id(), version, origin)
                  : new RawCuration(
                      item.id(),
                      SourceEvent.UPDATED,
                      version,
                      item.updatedAt(),
                      now,
                      origin,
                      item.payload(),
                      item.context(listing.name().orElse(item.collection())))));
    }
    memory.put(listing.collection(), sourceId, version);
  }

  /** An item that was deleted and is listed again, not older than it was, lives again. */
  private Version version(DropmarkItem item, @Nullable Version told) {
    Optional<AcceptedCuration> known = accepted.apply(item.id());
    long acceptedLife = known.map(each -> each.version().incarnation()).orElse(0L);
    long incarnation = told == null ? acceptedLife : Math.max(acceptedLife, told.incarnation());
    boolean again =
        item.state() == State.LINK
            && acceptedLife == incarnation
            && known
                .filter(each -> each.state() == AcceptedCuration.State.DELETED)
                .filter(each -> item.number() >= each.version().number())
                .isPresent();
    return new Version(again ? incarnation + 1 : incarnation, item.number());
  }

  private RawCuration deletion(CurationId id, Version version, String origin) {
    return new RawCuration(id, SourceEvent.DELETED, version, null, now, origin, null, null);
  }

  private void skip(String origin, String reason) {
    changes.add(new SourceItem.Skipped(origin, reason));
  }

  private static DeadLetter letter(
      String origin, JsonNode payload, MalformedRecordException problem) {
    return new DeadLetter(
        "ingest/" + origin,
        "ingest",
        "not-a-record",
        "%s: %s. Mend it in Dropmark.".formatted(origin, problem.getMessage()),
        origin,
        null,
        payload.toString().getBytes(StandardCharsets.UTF_8));
  }
}
