package org.curation.ingest.files;

import java.util.Comparator;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.curation.ingest.source.SourceItem;
import org.curation.model.Offering;
import org.jspecify.annotations.Nullable;

/** The offerings of a directory; the last element of the alphabetically last file counts. */
final class OfferingTable {
  private static final String REPEATED = "repeated";

  private final SortedMap<Long, Entry> entries = new TreeMap<>();
  private final SortedSet<Entry> superseded = new TreeSet<>(Entry.ORDER);

  private record Entry(
      String file, int element, int part, String origin, @Nullable Offering offering) {
    static final Comparator<Entry> ORDER =
        Comparator.comparing(Entry::file)
            .thenComparingInt(Entry::element)
            .thenComparingInt(Entry::part);
  }

  void add(Found found) {
    switch (found.shape()) {
      case Shape.Offered told -> put(found, told.offering().offeringId(), told.offering());
      case Shape.Withdrawn told -> put(found, told.offeringId(), null);
      default -> {}
    }
  }

  void emit(Consumer<? super SourceItem> out) {
    for (Map.Entry<Long, Entry> entry : entries.entrySet()) {
      Offering offering = entry.getValue().offering();
      out.accept(
          offering == null
              ? new SourceItem.OfferingWithdrawn(entry.getKey())
              : new SourceItem.OfferingItem(offering));
    }
    superseded.forEach(entry -> out.accept(new SourceItem.Skipped(entry.origin(), REPEATED)));
  }

  private void put(Found found, long id, @Nullable Offering offering) {
    Entry entry = new Entry(found.file(), found.element(), found.part(), found.origin(), offering);
    Entry other = entries.get(id);
    if (other == null) {
      entries.put(id, entry);
    } else if (Entry.ORDER.compare(other, entry) < 0) {
      superseded.add(other);
      entries.put(id, entry);
    } else {
      superseded.add(entry);
    }
  }
}
