package org.curation.ingest;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.curation.ingest.api.SnapshotOfferings;
import org.curation.ingest.offerings.OfferingDiff;
import org.curation.ingest.offerings.OfferingSnapshot;
import org.curation.ingest.source.DropLimit;
import org.curation.ingest.source.KnownOfferings;
import org.curation.model.Offering;
import org.curation.service.KafkaConnection;

/** Compares a pushed list of all offerings as a polled one is compared. */
final class PublishedOfferings implements SnapshotOfferings {
  private final KafkaConnection connection;
  private final DropLimit limit;

  PublishedOfferings(KafkaConnection connection, DropLimit limit) {
    this.connection = connection;
    this.limit = limit;
  }

  @Override
  public Difference difference(List<Offering> all) {
    TreeMap<Long, Optional<Offering>> listed = new TreeMap<>();
    all.forEach(offering -> listed.put(offering.offeringId(), Optional.of(offering)));
    try {
      OfferingDiff diff =
          OfferingDiff.of(
              KnownOfferings.load(connection), new OfferingSnapshot(listed, 0, List.of()), limit);
      return new Difference(diff.changes(), diff.refusal());
    } catch (KafkaException e) {
      throw SnapshotOfferings.unavailable();
    }
  }
}
