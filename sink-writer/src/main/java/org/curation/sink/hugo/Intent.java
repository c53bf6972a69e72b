package org.curation.sink.hugo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Document.State;
import org.curation.sink.store.Guard.Decision;
import org.curation.sink.store.Write;
import org.jspecify.annotations.Nullable;

/**
 * What one write of a batch is about to do.
 *
 * @param held before the batch; null when nothing was
 * @param begun files of an attempt that did not end
 * @param file the document's
 * @param assets in the document's order
 */
record Intent(
    Write write,
    Decision decision,
    @Nullable Holding held,
    Set<SitePath> begun,
    SitePath file,
    List<SitePath> assets) {

  CurationId id() {
    return write.document().id();
  }

  Document document() {
    return write.document();
  }

  boolean applies() {
    return decision == Decision.APPLY;
  }

  boolean publishes() {
    return applies() && document().state() == State.PUBLISHED;
  }

  boolean wasPublished() {
    return held != null && held.state() == State.PUBLISHED;
  }

  /** Whether a published document gets another place. */
  boolean moves() {
    return publishes()
        && held != null
        && held.state() == State.PUBLISHED
        && !held.file().equals(file);
  }

  /** The files that will be there: the document, then its assets. */
  List<SitePath> claims() {
    if (!publishes()) {
      return List.of();
    }
    List<SitePath> claims = new ArrayList<>(List.of(file));
    claims.addAll(assets);
    return claims;
  }

  /**
   * The files that may be there because of this curation. An unpublished document still says where
   * it was: that counts when the ledger was lost, or the site is older than the ledger.
   */
  Set<SitePath> traces() {
    Set<SitePath> traces = new LinkedHashSet<>();
    if (!applies()) {
      return traces;
    }
    if (held != null) {
      traces.addAll(held.files());
    }
    traces.addAll(begun);
    if (document().state() == State.UNPUBLISHED) {
      traces.add(file);
      traces.addAll(assets);
    }
    return traces;
  }
}
