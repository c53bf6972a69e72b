package org.curation.ingest.offerings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Offering;

/**
 * What must be published so that the known offerings become those of a snapshot. Pure.
 *
 * @param changes new and changed offerings first, withdrawals after; by id
 * @param refusal why what is missing is not withdrawn, for people; empty when it is
 */
public record OfferingDiff(List<SourceItem> changes, Optional<String> refusal) {
  /** Copies the list. */
  public OfferingDiff {
    changes = List.copyOf(changes);
  }

  /**
   * Compares with a full snapshot: what is missing is withdrawn, unless a line could not be read,
   * nothing at all is listed, or too much would go.
   *
   * @param current what is known now, by id
   */
  public static OfferingDiff of(
      Map<Long, Offering> current, OfferingSnapshot snapshot, DropLimit limit) {
    List<Long> missing = current.keySet().stream().filter(id -> !isListed(snapshot, id)).toList();
    List<SourceItem> changes = new ArrayList<>(changed(current, snapshot));
    Optional<String> refusal = refusal(missing.size(), current.size(), snapshot, limit);
    if (refusal.isEmpty()) {
      missing.stream().sorted().map(SourceItem.OfferingWithdrawn::new).forEach(changes::add);
    }
    return new OfferingDiff(changes, refusal);
  }

  /** Compares with a list of changes: only what it names itself as withdrawn goes. */
  public static OfferingDiff delta(Map<Long, Offering> current, OfferingSnapshot snapshot) {
    List<SourceItem> changes = new ArrayList<>(changed(current, snapshot));
    snapshot.listed().entrySet().stream()
        .filter(entry -> entry.getValue().isEmpty() && current.containsKey(entry.getKey()))
        .map(entry -> new SourceItem.OfferingWithdrawn(entry.getKey()))
        .forEach(changes::add);
    return new OfferingDiff(changes, Optional.empty());
  }

  private static boolean isListed(OfferingSnapshot snapshot, long id) {
    return snapshot.listed().getOrDefault(id, Optional.empty()).isPresent();
  }

  private static List<SourceItem> changed(Map<Long, Offering> current, OfferingSnapshot snapshot) {
    return snapshot.listed().values().stream()
        .flatMap(Optional::stream)
        .filter(offering -> !offering.equals(current.get(offering.offeringId())))
        .<SourceItem>map(SourceItem.OfferingItem::new)
        .toList();
  }

  private static Optional<String> refusal(
      int missing, int known, OfferingSnapshot snapshot, DropLimit limit) {
    if (missing == 0) {
      return Optional.empty();
    }
    String sentence = "%d of %d known offerings are not in the feed".formatted(missing, known);
    if (!snapshot.isComplete()) {
      return Optional.of(
          sentence
              + ", but some of its lines could not be read, so none is withdrawn. Repair the lines that are in the dead letters.");
    }
    if (snapshot.listed().values().stream().noneMatch(Optional::isPresent)) {
      return Optional.of(
          sentence + ", because it is empty; none is withdrawn. Check where the feed comes from.");
    }
    return limit
        .exceeded(missing, known)
        .map(
            exceeded ->
                "%s, %s; none is withdrawn. If they really are gone, raise ingest.offerings.limit."
                    .formatted(sentence, exceeded));
  }
}
