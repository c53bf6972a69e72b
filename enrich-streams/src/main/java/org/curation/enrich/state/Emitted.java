package org.curation.enrich.state;

import java.util.List;
import java.util.Objects;
import org.curation.model.Document;

/**
 * The document that was emitted last.
 *
 * @param formerAddresses as emitted, needed again when the document is unpublished
 */
public record Emitted(
    Document.State state,
    long revision,
    String contentHash,
    String documentId,
    String path,
    String address,
    List<String> formerAddresses,
    Document.Style style) {
  /** Requires all parts. */
  public Emitted {
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(contentHash, "contentHash");
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(style, "style");
    formerAddresses = List.copyOf(formerAddresses);
  }

  /** What is remembered of a document. */
  public static Emitted of(Document document) {
    return new Emitted(
        document.state(),
        document.revision(),
        document.contentHash(),
        document.documentId(),
        document.path(),
        document.address(),
        document.formerAddresses(),
        document.style());
  }
}
