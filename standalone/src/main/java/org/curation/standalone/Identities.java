package org.curation.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.published.IdentityImport;
import org.curation.ingest.published.PublishedSite;
import org.curation.ingest.published.SiteProblem;
import org.curation.ingest.source.IdentityPublisher;
import org.curation.model.CurationId;
import org.curation.model.Identity;
import org.curation.service.KafkaConnection;

/**
 * Imports the identities of documents that were published before. To be done before ingest and
 * before enrichment starts, so that nothing is pinned otherwise.
 */
final class Identities {
  private Identities() {}

  /**
   * Imports from an already published site, if there is one, then from the store's own ledger.
   *
   * @return what could not be imported, for people
   */
  static List<String> importAll(
      KafkaConnection connection, RunRequest request, DirectorySource source) {
    List<String> notes = new ArrayList<>();
    List<Identity> identities = new ArrayList<>();
    if (request.published().isPresent()) {
      PublishedSite published = PublishedSite.read(request.published().get());
      IdentityImport imported = IdentityImport.of(published, source.links());
      identities.addAll(imported.identities());
      imported.problems().stream().map(SiteProblem::message).forEach(notes::add);
    }
    Set<CurationId> taken = new TreeSet<>();
    identities.forEach(identity -> taken.add(identity.id()));
    identities.addAll(LedgerIdentities.missing(connection, request.ledger(), taken));
    new IdentityPublisher(connection).publish(identities);
    return notes;
  }
}
