package org.curation.ingest.files;

import java.time.Clock;
import org.curation.ingest.dropmark.DropmarkItem;
import org.curation.ingest.dropmark.DropmarkItem.State;
import org.curation.ingest.openproject.WorkPackage;
import org.curation.ingest.openproject.WorkPackageContext;
import org.curation.model.CurationId;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.jspecify.annotations.Nullable;

/** Makes raw curations of what was found. */
final class RawRecords {
  private final ContextIndex context;
  private final Incarnations incarnations;
  private final Clock clock;

  RawRecords(ContextIndex context, Incarnations incarnations, Clock clock) {
    this.context = context;
    this.incarnations = incarnations;
    this.clock = clock;
  }

  RawCuration workPackage(WorkPackage item, SourceEvent event, String origin) {
    return new RawCuration(
        item.id(),
        event,
        incarnations.listed(item.id(), item.number()),
        item.updatedAt(),
        clock.instant(),
        origin,
        item.payload(),
        WorkPackageContext.of(item, context));
  }

  RawCuration mark(DropmarkItem item, @Nullable String export, String origin) {
    if (item.state() == State.DELETED) {
      return deletion(item.id(), incarnations.deleted(item.id(), item.number()), origin);
    }
    return new RawCuration(
        item.id(),
        SourceEvent.UPDATED,
        incarnations.listed(item.id(), item.number()),
        item.updatedAt(),
        clock.instant(),
        origin,
        item.payload(),
        item.context(collection(item, export)));
  }

  /** The deletion of an item; null when no version of it is known. */
  @Nullable RawCuration deletion(CurationId id, @Nullable Long number, String origin) {
    Version version = number == null ? incarnations.deleted(id) : incarnations.deleted(id, number);
    return version == null ? null : deletion(id, version, origin);
  }

  /** The deletion of an item at a version. */
  RawCuration deletion(CurationId id, Version version, String origin) {
    return new RawCuration(
        id, SourceEvent.DELETED, version, null, clock.instant(), origin, null, null);
  }

  private @Nullable String collection(DropmarkItem item, @Nullable String export) {
    if (export != null) {
      return export;
    }
    String own = item.collection();
    return own == null ? context.collection(item.id()).orElse(null) : own;
  }
}
