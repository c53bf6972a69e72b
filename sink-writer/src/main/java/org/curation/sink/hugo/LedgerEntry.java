package org.curation.sink.hugo;

import java.util.List;
import java.util.Objects;
import org.curation.model.CurationId;
import org.curation.model.Document;

/**
 * What the ledger says of one curation, for those who want to know what a site holds.
 *
 * @param documentId permanent name
 * @param path of the document's file, relative to the site root; where it was, when unpublished
 * @param address place on the website
 * @param formerAddresses every other address that it was ever published under, oldest first
 * @param contentHash of the document
 */
public record LedgerEntry(
    CurationId id,
    Document.State state,
    String documentId,
    String path,
    String address,
    List<String> formerAddresses,
    String contentHash) {
  /** Requires all parts. */
  public LedgerEntry {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(contentHash, "contentHash");
    formerAddresses = List.copyOf(formerAddresses);
  }
}
