package org.curation.ingest.dropmark;

/** A collection that can be read. */
interface DropmarkCollection {
  /** What its checkpoint calls it. */
  String key();

  /**
   * Reads all of it.
   *
   * @throws org.curation.ingest.remote.RemoteException when it can't be read now
   */
  DropmarkListing read();
}
