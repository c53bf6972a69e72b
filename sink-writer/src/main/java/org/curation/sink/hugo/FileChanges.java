package org.curation.sink.hugo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What a batch changes on disk. Filled while planning, then carried out as a whole.
 *
 * @param assets to put in place, before any document that names them
 * @param documents to put in place
 * @param removedDocuments to remove, before any of their assets
 * @param removedAssets to remove
 * @param folders whose names must be durable even if nothing in them changes now: an earlier
 *     attempt may have changed them and not got that far
 * @param vacated folders that may be left empty, now or by an earlier attempt
 */
record FileChanges(
    List<FileWrite> assets,
    List<FileWrite> documents,
    List<SitePath> removedDocuments,
    List<SitePath> removedAssets,
    Set<String> folders,
    Set<String> vacated) {

  FileChanges() {
    this(
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new ArrayList<>(),
        new LinkedHashSet<>(),
        new LinkedHashSet<>());
  }

  void write(SitePath path, byte[] bytes, boolean document) {
    (document ? documents : assets).add(new FileWrite(path, bytes));
  }

  void remove(SitePath path) {
    (path.text().endsWith(".md") ? removedDocuments : removedAssets).add(path);
  }

  /** All files to put in place, in order. */
  List<FileWrite> writes() {
    List<FileWrite> writes = new ArrayList<>(assets);
    writes.addAll(documents);
    return writes;
  }

  /** All files to remove, in order. */
  List<SitePath> removals() {
    List<SitePath> removals = new ArrayList<>(removedDocuments);
    removals.addAll(removedAssets);
    return removals;
  }
}
