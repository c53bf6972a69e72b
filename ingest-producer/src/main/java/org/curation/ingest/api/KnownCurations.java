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
  private final Expiring<Version> stored = new Expiring<>(UNDECIDED, MOST, any -> 1);

  KnownCurations(Accepted accepted) {
    this.accepted = accepted;
  }

  Optional<AcceptedCuration> accepted(CurationId id) {
    return accepted.find(id);
  }

  /** A version that was stored and is newer than what was accepted. */
  Optional<Version> undecided(CurationId id) {
    return stored
        .find(id.toString())
        .filter(
            version ->
                accepted
                    .find(id)
                    .map(known -> known.version().compareTo(version) < 0)
                    .orElse(true));
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
    return accepted
        .find(id)
        .filter(
            known -> {
              int age = version.compareTo(known.version());
              return age < 0 || (age == 0 && known.state() == State.DELETED);
            })
        .map(
            known ->
                "a version above %d; %d is %s"
                    .formatted(
                        known.version().number(),
                        known.version().number(),
                        known.state() == State.DELETED ? "deleted" : "known"));
  }

  void stored(CurationId id, Version version) {
    if (undecided(id).map(other -> other.compareTo(version) < 0).orElse(true)) {
      stored.put(id.toString(), version);
    }
  }
}
