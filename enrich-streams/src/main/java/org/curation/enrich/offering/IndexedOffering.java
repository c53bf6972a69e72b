package org.curation.enrich.offering;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;
import org.curation.model.CanonicalJson;
import org.curation.model.Offering;

/** An offering with what is computed once for each of its states. For one thread. */
final class IndexedOffering {
  private static final int HEX_OF_LONG = 16;

  private final long id;
  private final Offering offering;
  private final Set<String> keys;
  private final long stamp;

  /** Its place among all offerings by their numbers; the index moves it. */
  private int ordinal;

  IndexedOffering(long id, Offering offering, TopicTable table) {
    this.id = id;
    this.offering = offering;
    TreeSet<String> named = new TreeSet<>();
    offering.categories().forEach(category -> named.add(table.key(category)));
    named.remove("");
    this.keys = Set.copyOf(named);
    this.stamp = stamp(offering);
  }

  long id() {
    return id;
  }

  Offering offering() {
    return offering;
  }

  /** Keys of its categories. */
  Set<String> keys() {
    return keys;
  }

  /** Stands for all that a document shows of it. */
  long stamp() {
    return stamp;
  }

  int ordinal() {
    return ordinal;
  }

  void ordinal(int place) {
    this.ordinal = place;
  }

  private static long stamp(Offering offering) {
    String shown =
        offering.offeringId()
            + "\0"
            + offering.label()
            + "\0"
            + String.join("\0", offering.categories());
    String hash = CanonicalJson.sha256(shown.getBytes(StandardCharsets.UTF_8));
    return Long.parseUnsignedLong(hash.substring(0, HEX_OF_LONG), HEX_OF_LONG);
  }
}
