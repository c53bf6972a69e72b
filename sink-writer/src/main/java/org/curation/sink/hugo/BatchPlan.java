package org.curation.sink.hugo;

import java.util.List;
import org.curation.sink.hugo.LedgerLine.Begun;
import org.curation.sink.store.Applied;

/**
 * A whole batch, decided before anything is touched.
 *
 * @param begun files that are about to be written, by curation
 * @param holdings what is held afterwards, of those curations where that changes
 * @param applied one result for each write
 */
record BatchPlan(
    FileChanges changes,
    Ownership.Change ownership,
    List<Begun> begun,
    List<Holding> holdings,
    List<Applied> applied) {}
