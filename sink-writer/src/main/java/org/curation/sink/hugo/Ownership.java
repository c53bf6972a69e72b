package org.curation.sink.hugo;

import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/** Which file of the site belongs to which curation. */
final class Ownership {
  private final NavigableMap<String, CurationId> owners = new TreeMap<>();

  Ownership(Iterable<Holding> holdings) {
    for (Holding holding : holdings) {
      holding.files().forEach(file -> owners.put(file.text(), holding.id()));
    }
  }

  /** Starts a change that shows only once it is {@linkplain Change#take taken}. */
  Change change() {
    return new Change();
  }

  /** A batch's worth of files that change hands. */
  final class Change {
    private final Set<String> released = new HashSet<>();
    private final NavigableMap<String, CurationId> claimed = new TreeMap<>();

    /** A file that its owner is about to give up, unless it claims it again. */
    void release(SitePath file) {
      released.add(file.text());
    }

    /**
     * Takes a file for a curation.
     *
     * @return the curation that has it, or that has a file where this one needs a folder or the
     *     other way round; empty when it was free
     */
    Optional<CurationId> claim(SitePath file, CurationId id) {
      CurationId owner = owner(file.text());
      if (owner == null || owner.equals(id)) {
        owner = inTheWay(file);
      }
      if (owner == null) {
        claimed.put(file.text(), id);
      }
      return Optional.ofNullable(owner);
    }

    /** Whether the file belongs to a curation once the change is taken. */
    boolean owned(SitePath file) {
      return owner(file.text()) != null;
    }

    void take() {
      owners.keySet().removeAll(released);
      owners.putAll(claimed);
    }

    private @Nullable CurationId owner(String file) {
      CurationId claimant = claimed.get(file);
      if (claimant != null) {
        return claimant;
      }
      return released.contains(file) ? null : owners.get(file);
    }

    private @Nullable CurationId inTheWay(SitePath file) {
      for (String folder : file.folders()) {
        CurationId owner = owner(folder);
        if (owner != null) {
          return owner;
        }
      }
      CurationId below = firstBelow(claimed, file, Set.of());
      return below != null ? below : firstBelow(owners, file, released);
    }
  }

  private static @Nullable CurationId firstBelow(
      NavigableMap<String, CurationId> files, SitePath file, Set<String> except) {
    String folder = file.text() + "/";
    for (Map.Entry<String, CurationId> entry : files.tailMap(folder, true).entrySet()) {
      if (!entry.getKey().startsWith(folder)) {
        return null;
      }
      if (!except.contains(entry.getKey())) {
        return entry.getValue();
      }
    }
    return null;
  }
}
