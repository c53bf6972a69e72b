package org.curation.ingest.files;

/** What the first pass over a directory's files found out, whatever order they were read in. */
final class DirectoryIndex {
  private final ContextIndex context = new ContextIndex();
  private final Listings listings = new Listings();
  private final OfferingTable offerings = new OfferingTable();
  private final Strangers strangers = new Strangers();

  void add(Found found) {
    context.add(found.shape());
    listings.add(found.shape());
    offerings.add(found);
    strangers.add(found);
  }

  ContextIndex context() {
    return context;
  }

  Listings listings() {
    return listings;
  }

  Strangers strangers() {
    return strangers;
  }

  OfferingTable offerings() {
    return offerings;
  }
}
