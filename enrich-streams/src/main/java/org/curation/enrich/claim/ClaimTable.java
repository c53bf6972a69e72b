package org.curation.enrich.claim;

import java.util.List;
import java.util.Optional;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/** Where a {@link ClaimBook} keeps what it knows. Each call is about one name. */
public interface ClaimTable {
  /** What is known of a name; null when nobody ever claimed it. */
  @Nullable ClaimHead head(String name);

  /** Keeps what is known of a name. */
  void head(String name, ClaimHead head);

  /** One of those that want a name; null when it doesn't. */
  @Nullable Claimant claimant(String name, CurationId id);

  /** The oldest of those that want a name. */
  Optional<Claimant> first(String name);

  /** All that want a name. */
  List<Claimant> all(String name);

  /** Adds one that wants a name and is not there yet. */
  void add(String name, Claimant claimant);

  /** Removes one that is there. */
  void remove(String name, Claimant claimant);
}
