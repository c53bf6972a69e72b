package org.curation.ingest.api;

import java.time.Duration;
import java.util.Optional;
import org.curation.model.AcceptedCuration;
import org.curation.model.AcceptedCuration.State;
import org.curation.model.CurationId;
import org.curation.model.Version;

/**
 * What is known of pushed items: what enrichment accepted, and what was stored a moment ago and is
 * not decided yet. Safe for use by threads.
 */
final class KnownCurations {
  private static final Duration UNDECIDED = Duration.ofMinutes(10);
  private static final int MOST = 10_000;

  private final Accepted accepted;
  private final Expiring<Stored> stored = new Expiring<>(UNDECIDED, MOST, any -> 1);

  /** What was stored last of an item. */
  private record Stored(Version version, boolean deleted) {}

  KnownCurations(Accepted accepted) {
    this.accepted = accepted;
  }

  Optional<AcceptedCuration> accepted(CurationId id) {
    return accepted.find(id);
  }

  /** A version that was stored and is newer than what was accepted. */
  Optional<Version> undecided(CurationId id) {
    return waiting(id).map(Stored::version);
  }

  private Optional<Stored> waiting(CurationId id) {
    return stored
        .find(id.toString())
        .filter(it -> accepted.find(id).map(known -> isNewer(it, known)).orElse(true));
  }

  private static boolean isNewer(Stored stored, AcceptedCuration known) {
    int age = stored.version().compareTo(known.version());
    return age > 0 || (age == 0 && stored.deleted() && known.state() != State.DELETED);
  }

  /** The newest version of an item. */
  Optional<Version> newest(CurationId id) {
    Optional<Version> waiting = undecided(id);
    return waiting.isPresent() ? waiting : accepted.find(id).map(AcceptedCuration::version);
  }

  /** The version of a record with a number: in the life that is known. */
  Version next(CurationId id, long number) {
    return new Version(newest(id).map(Version::incarnation).orElse(0L), number);
  }

  /** Why a version would change nothing; empty when it would. */
  Optional<String> obstacle(CurationId id, Version version) {
    return waiting(id)
        .or(
            () ->
                accepted
                    .find(id)
                    .map(known -> new Stored(known.version(), known.state() == State.DELETED)))
        .filter(
            newest -> {
              int age = version.compareTo(newest.version());
              return age < 0 || (age == 0 && newest.deleted());
            })
        .map(
            newest ->
                "a version above %d; %d is %s"
                    .formatted(
                        newest.version().number(),
                        newest.version().number(),
                        newest.deleted() ? "deleted" : "known"));
  }

  /** Remembers what was stored. */
  void stored(CurationId id, Version version, boolean deleted) {
    boolean newest =
        waiting(id)
            .map(
                other -> {
                  int age = version.compareTo(other.version());
                  return age > 0 || (age == 0 && deleted);
                })
            .orElse(true);
    if (newest) {
      stored.put(id.toString(), new Stored(version, deleted));
    }
  }
}
