package org.curation.sink.hugo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * Which file of the site, and which address, belongs to which curation. A file has two owners when
 * a batch in which they change places was cut off: the new one, and the one that has not given it
 * up yet.
 */
final class Ownership {
  private final NavigableMap<String, Set<CurationId>> owners = new TreeMap<>();

  /** The same by folded path: what some file system would take for the same file. */
  private final Map<String, Set<String>> alike = new HashMap<>();

  Ownership(Iterable<Holding> holdings) {
    for (Holding holding : holdings) {
      holding.files().forEach(file -> add(file.text(), holding.id()));
      holding.publishedAddress().ifPresent(address -> add(token(address), holding.id()));
    }
  }

  /** Starts a change that shows only once it is {@linkplain Change#take taken}. */
  Change change() {
    return new Change();
  }

  /** No file's text begins so. Letter case and a final slash don't tell pages apart. */
  private static String token(String address) {
    String text =
        address.length() > 1 && address.endsWith("/")
            ? address.substring(0, address.length() - 1)
            : address;
    return "address:" + text.toLowerCase(Locale.ROOT);
  }

  private void add(String file, CurationId id) {
    owners.computeIfAbsent(file, each -> new HashSet<>(1)).add(id);
    alike.computeIfAbsent(PortableName.folded(file), each -> new HashSet<>(1)).add(file);
  }

  private void remove(String file, CurationId id) {
    owners.computeIfPresent(file, (each, ids) -> ids.remove(id) && ids.isEmpty() ? null : ids);
    if (!owners.containsKey(file)) {
      alike.computeIfPresent(
          PortableName.folded(file),
          (each, files) -> files.remove(file) && files.isEmpty() ? null : files);
    }
  }

  /** A batch's worth of files that change hands. */
  final class Change {
    private final Map<String, Set<CurationId>> released = new HashMap<>();
    private final NavigableMap<String, Set<CurationId>> claimed = new TreeMap<>();
    private final Map<String, CurationId> claimedAlike = new HashMap<>();

    /** A file that its owner is about to give up, unless it claims it again. */
    void release(SitePath file, CurationId id) {
      released.computeIfAbsent(file.text(), each -> new HashSet<>(1)).add(id);
    }

    /**
     * Takes a file for a curation.
     *
     * @return the curation that has it, or that has a file where this one needs a folder or the
     *     other way round; empty when it was free
     */
    Optional<CurationId> claim(SitePath file, CurationId id) {
      CurationId other = owner(file.text(), id);
      if (other == null) {
        other = ownerOfAlike(file, id);
      }
      if (other == null) {
        other = inTheWay(file);
      }
      if (other == null) {
        claimed.put(file.text(), Set.of(id));
        claimedAlike.put(PortableName.folded(file.text()), id);
      }
      return Optional.ofNullable(other);
    }

    /** An address that its owner is about to give up, unless it claims it again. */
    void releaseAddress(String address, CurationId id) {
      released.computeIfAbsent(token(address), each -> new HashSet<>(1)).add(id);
    }

    /**
     * Takes an address for a curation.
     *
     * @return the curation that has it; empty when it was free
     */
    Optional<CurationId> claimAddress(String address, CurationId id) {
      CurationId other = owner(token(address), id);
      if (other == null) {
        claimed.put(token(address), Set.of(id));
      }
      return Optional.ofNullable(other);
    }

    /** Whether the file belongs to a curation once the change is taken. */
    boolean owned(SitePath file) {
      return owner(file.text(), null) != null;
    }

    void take() {
      released.forEach((file, ids) -> ids.forEach(id -> remove(file, id)));
      claimed.forEach((file, ids) -> ids.forEach(id -> add(file, id)));
    }

    /** An owner other than one. */
    private @Nullable CurationId owner(String file, @Nullable CurationId except) {
      CurationId claimant = first(claimed.get(file), except, Set.of());
      return claimant != null
          ? claimant
          : first(owners.get(file), except, released.getOrDefault(file, Set.of()));
    }

    /** The owner of another file that has this one's name on some file system. */
    private @Nullable CurationId ownerOfAlike(SitePath file, CurationId id) {
      String folded = PortableName.folded(file.text());
      CurationId claimant = claimedAlike.get(folded);
      if (claimant != null && !claimant.equals(id)) {
        return claimant;
      }
      for (String other : alike.getOrDefault(folded, Set.of())) {
        CurationId owner = owner(other, id);
        if (owner != null) {
          return owner;
        }
      }
      return null;
    }

    private @Nullable CurationId inTheWay(SitePath file) {
      for (String folder : file.folders()) {
        CurationId owner = owner(folder, null);
        if (owner != null) {
          return owner;
        }
      }
      CurationId below = firstBelow(claimed, file);
      return below != null ? below : firstBelow(owners, file);
    }

    private @Nullable CurationId firstBelow(
        NavigableMap<String, Set<CurationId>> files, SitePath file) {
      String folder = file.text() + "/";
      for (String each : files.tailMap(folder, true).keySet()) {
        CurationId owner = each.startsWith(folder) ? owner(each, null) : null;
        if (owner != null || !each.startsWith(folder)) {
          return owner;
        }
      }
      return null;
    }
  }

  private static @Nullable CurationId first(
      @Nullable Set<CurationId> ids, @Nullable CurationId except, Set<CurationId> released) {
    if (ids == null) {
      return null;
    }
    for (CurationId id : ids) {
      if (!id.equals(except) && !released.contains(id)) {
        return id;
      }
    }
    return null;
  }
}
