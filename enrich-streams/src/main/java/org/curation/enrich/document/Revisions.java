package org.curation.enrich.document;

import java.util.List;
import org.curation.enrich.state.Emitted;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Provenance;
import org.curation.model.Version;
import org.jspecify.annotations.Nullable;

/** Numbers the documents of one curation. */
final class Revisions {
  private Revisions() {}

  static Document next(Document draft, @Nullable Emitted last) {
    return new Document(
        draft.id(),
        draft.state(),
        draft.version(),
        last == null ? 1 : last.revision() + 1,
        draft.documentId(),
        draft.path(),
        draft.address(),
        draft.formerAddresses(),
        draft.style(),
        draft.frontMatter(),
        draft.body(),
        draft.assets(),
        draft.contentHash(),
        draft.provenance());
  }

  static Document unpublished(CurationId id, Version version, Emitted last, Provenance provenance) {
    return new Document(
        id,
        Document.State.UNPUBLISHED,
        version,
        last.revision() + 1,
        last.documentId(),
        last.path(),
        last.address(),
        last.formerAddresses(),
        last.style(),
        null,
        null,
        List.of(),
        ContentHash.unpublished(last.path()),
        provenance);
  }
}
