package org.curation.enrich.state;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.curation.enrich.offering.Relation;
import org.curation.model.AcceptedCuration;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.jspecify.annotations.Nullable;

/**
 * Everything that enrichment remembers of one curation. Immutable.
 *
 * @param record the newest accepted record, gaps filled; null before the first
 * @param recordLetter what a dead letter about the newest record would be called
 * @param fallback the newest record that could be shaped or deletes, while {@code record} itself
 *     can't be shaped; what is published follows it
 * @param identity null until the first record is shaped or an identity is imported
 * @param addresses every address that it ever wanted to be found under, oldest first
 * @param claims by the claimed name; released ones stay, so that numbers only go up
 * @param resources by their name
 * @param categories keys of the categories by which changed offerings find this curation
 * @param emitted null until the first document
 * @param accepted what was last told to {@code curation.accepted}
 * @param rejection null unless the newest record is a dead letter
 * @param wakeAt when time alone changes what is published: an embargo ends, a last day is over;
 *     null when it never does
 * @param relation which offerings the document wants and got; null when it wants none
 */
public record CurationState(
    CurationId id,
    @Nullable RawCuration record,
    @Nullable String recordLetter,
    @Nullable RawCuration fallback,
    @Nullable PinnedIdentity identity,
    List<String> addresses,
    Map<String, Claimed> claims,
    Map<String, Resource> resources,
    List<String> categories,
    @Nullable Emitted emitted,
    @Nullable AcceptedCuration accepted,
    @Nullable Rejection rejection,
    @Nullable Instant wakeAt,
    @Nullable Relation relation) {

  /** Copies the collections. */
  public CurationState {
    Objects.requireNonNull(id, "id");
    addresses = List.copyOf(addresses);
    // States from before there were claims have none.
    claims = claims == null ? Map.of() : Collections.unmodifiableMap(new TreeMap<>(claims));
    resources = Collections.unmodifiableMap(new TreeMap<>(resources));
    categories = List.copyOf(categories);
  }

  /** A curation that nothing is known of. */
  public static CurationState unknown(CurationId id) {
    return new CurationState(
        id, null, null, null, null, List.of(), Map.of(), Map.of(), List.of(), null, null, null,
        null, null);
  }

  /** This state with another newest record. */
  public CurationState withRecord(
      RawCuration newest, @Nullable String letter, @Nullable RawCuration usable) {
    Copy copy = new Copy(this);
    copy.record = newest;
    copy.recordLetter = letter;
    copy.fallback = usable;
    return copy.state();
  }

  /** This state with a pinned identity and the addresses that came with it. */
  public CurationState withIdentity(PinnedIdentity pinned, List<String> wanted) {
    Copy copy = new Copy(this);
    copy.identity = pinned;
    copy.addresses = wanted;
    return copy.state();
  }

  /** This state with other claims. */
  public CurationState withClaims(Map<String, Claimed> others) {
    Copy copy = new Copy(this);
    copy.claims = others;
    return copy.state();
  }

  /** This state with other resources. */
  public CurationState withResources(Map<String, Resource> others) {
    Copy copy = new Copy(this);
    copy.resources = others;
    return copy.state();
  }

  /** This state with another relation to offerings, found by its categories. */
  public CurationState withRelation(@Nullable Relation other) {
    Copy copy = new Copy(this);
    copy.categories = other == null ? List.of() : other.interest().categories();
    copy.relation = other;
    return copy.state();
  }

  /** This state after a document was emitted. */
  public CurationState withEmitted(Emitted document, List<String> wanted) {
    Copy copy = new Copy(this);
    copy.emitted = document;
    copy.addresses = wanted;
    return copy.state();
  }

  /** This state after the outcome of the newest record was told. */
  public CurationState withAccepted(AcceptedCuration told, @Nullable Rejection rejected) {
    Copy copy = new Copy(this);
    copy.accepted = told;
    copy.rejection = rejected;
    return copy.state();
  }

  /** This state with another time at which it must be looked at again. */
  public CurationState withWakeAt(@Nullable Instant time) {
    Copy copy = new Copy(this);
    copy.wakeAt = time;
    return copy.state();
  }

  /** A state that is being changed. Lives within one method. */
  private static final class Copy {
    private final CurationId id;
    private @Nullable RawCuration record;
    private @Nullable String recordLetter;
    private @Nullable RawCuration fallback;
    private @Nullable PinnedIdentity identity;
    private List<String> addresses;
    private Map<String, Claimed> claims;
    private Map<String, Resource> resources;
    private List<String> categories;
    private @Nullable Emitted emitted;
    private @Nullable AcceptedCuration accepted;
    private @Nullable Rejection rejection;
    private @Nullable Instant wakeAt;
    private @Nullable Relation relation;

    Copy(CurationState from) {
      id = from.id;
      record = from.record;
      recordLetter = from.recordLetter;
      fallback = from.fallback;
      identity = from.identity;
      addresses = from.addresses;
      claims = from.claims;
      resources = from.resources;
      categories = from.categories;
      emitted = from.emitted;
      accepted = from.accepted;
      rejection = from.rejection;
      wakeAt = from.wakeAt;
      relation = from.relation;
    }

    CurationState state() {
      return new CurationState(
          id,
          record,
          recordLetter,
          fallback,
          identity,
          addresses,
          claims,
          resources,
          categories,
          emitted,
          accepted,
          rejection,
          wakeAt,
          relation);
    }
  }
}
