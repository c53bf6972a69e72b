package org.curation.standalone;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.sink.hugo.Ledger;
import org.curation.sink.hugo.LedgerEntry;

/** Compares a Hugo site and its ledger with the newest documents: nothing missing, nothing else. */
final class StoreInvariants {
  private StoreInvariants() {}

  static List<String> broken(Collection<Document> newest, Path site, Path ledger) {
    List<String> broken = new ArrayList<>();
    Map<String, String> files = Runs.hashes(site);
    Map<CurationId, LedgerEntry> held = new TreeMap<>();
    Ledger.readEntries(ledger).forEach(entry -> held.put(entry.id(), entry));
    for (Document document : newest) {
      if (document.state() == Document.State.PUBLISHED) {
        published(document, files, held.get(document.id()), broken);
      } else {
        LedgerEntry entry = held.get(document.id());
        if (entry != null && entry.state() == Document.State.PUBLISHED) {
          broken.add(document.id() + " is unpublished, but the store holds it");
        }
      }
    }
    files.keySet().forEach(file -> broken.add("nobody's file in the site: " + file));
    return broken;
  }

  /** Takes the document's files away from those that are there. */
  private static void published(
      Document document, Map<String, String> files, LedgerEntry held, List<String> broken) {
    if (held == null || !held.contentHash().equals(document.contentHash())) {
      broken.add("%s: the ledger holds %s, not %s".formatted(document.id(), held, document));
    }
    if (files.remove(document.path()) == null) {
      broken.add("%s: no file %s".formatted(document.id(), document.path()));
    }
    for (Document.Asset asset : document.assets()) {
      String place = document.path().substring(0, document.path().lastIndexOf('/') + 1);
      String sha256 = files.remove(place + asset.name());
      if (!asset.sha256().equals(sha256)) {
        broken.add(
            "%s: image %s has hash %s, expected %s"
                .formatted(document.id(), place + asset.name(), sha256, asset.sha256()));
      }
    }
  }
}
