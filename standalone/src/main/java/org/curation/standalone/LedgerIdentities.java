package org.curation.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.curation.model.CurationId;
import org.curation.model.Identity;
import org.curation.model.topic.Topics;
import org.curation.service.KafkaConnection;
import org.curation.sink.hugo.Ledger;
import org.curation.sink.hugo.LedgerEntry;

/**
 * The identities that the store itself remembers. With a fresh log they are imported, so that no
 * published name or address changes because a broker's data were thrown away.
 */
final class LedgerIdentities {
  private LedgerIdentities() {}

  /**
   * What the log does not know.
   *
   * @param taken ids that are imported from elsewhere
   */
  static List<Identity> missing(KafkaConnection connection, Path ledger, Set<CurationId> taken) {
    Set<String> known = new TreeSet<>();
    taken.forEach(id -> known.add(id.toString()));
    new TopicReader(connection)
        .read(Topics.IDENTITIES.name(), java.util.Map.of(), message -> known.add(message.key()));
    List<Identity> missing = new ArrayList<>();
    for (LedgerEntry entry : Ledger.readEntries(ledger)) {
      if (!known.contains(entry.id().toString())) {
        missing.add(
            new Identity(
                entry.id(),
                entry.documentId(),
                entry.path(),
                Stream.concat(Stream.of(entry.address()), entry.formerAddresses().stream())
                    .toList(),
                Identity.Origin.IMPORTED));
      }
    }
    return missing;
  }
}
