package org.curation.sink.hugo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curation.model.CanonicalJson;
import org.curation.model.Document.Asset;
import org.curation.model.Publication.Outcome;
import org.curation.sink.hugo.LedgerLine.Begun;
import org.curation.sink.store.Applied;
import org.curation.sink.store.Guard.Decision;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Adds up what the writes of a batch need on disk, comparing with what is there. */
final class BatchPlanBuilder {
  private static final Logger LOG = LoggerFactory.getLogger(BatchPlanBuilder.class);

  private final Site site;
  private final Ownership.Change ownership;
  private final FileChanges changes = new FileChanges();
  private final List<Begun> begun = new ArrayList<>();
  private final List<Holding> holdings = new ArrayList<>();
  private final List<Applied> applied = new ArrayList<>();

  BatchPlanBuilder(Site site, Ownership.Change ownership) {
    this.site = site;
    this.ownership = ownership;
  }

  BatchPlan build() {
    return new BatchPlan(changes, ownership, begun, holdings, applied);
  }

  void add(Intent intent) throws IOException {
    Holding held = intent.held();
    if (held != null && !intent.applies()) {
      applied.add(applied(keep(intent, held), Outcome.UNCHANGED));
      return;
    }
    boolean replaces = site.exists(intent.file());
    boolean wrote = intent.publishes() && addWrites(intent);
    boolean removed = addRemovals(intent);
    Holding now = Holding.of(intent.write());
    holdings.add(now);
    applied.add(applied(now, outcome(intent, wrote || removed, replaces)));
  }

  /** What is held although the write changes no file. */
  private Holding keep(Intent intent, Holding held) {
    if (intent.decision() != Decision.ADOPT) {
      return held;
    }
    Holding adopted = held.adopting(intent.write());
    holdings.add(adopted);
    return adopted;
  }

  private boolean addWrites(Intent intent) throws IOException {
    List<SitePath> paths = new ArrayList<>();
    List<Asset> assets = intent.document().assets();
    for (int i = 0; i < assets.size(); i++) {
      addWrite(intent.assets().get(i), image(intent, assets.get(i)), false, paths);
    }
    RenderedDocument rendered = DocumentFile.render(intent.document());
    if (rendered.cleaned()) {
      LOG.atWarn()
          .addKeyValue("curation", intent.id())
          .addKeyValue("path", intent.file().text())
          .addKeyValue("removedControls", rendered.removedControls())
          .addKeyValue("replacedSurrogates", rendered.replacedSurrogates())
          .log(
              "text of {} was cleaned to be written; its provenance says which fields",
              intent.file().text());
    }
    addWrite(intent.file(), rendered.bytes(), true, paths);
    changes.folders().addAll(intent.file().folders());
    if (!paths.isEmpty()) {
      begun.add(new Begun(intent.id(), paths));
    }
    return !paths.isEmpty();
  }

  private void addWrite(SitePath path, byte[] bytes, boolean document, List<SitePath> paths)
      throws IOException {
    if (!site.has(path, bytes)) {
      changes.write(path, bytes, document);
      paths.add(path);
    }
  }

  /** An image's bytes; those that come without are where the curation had them until now. */
  private byte[] image(Intent intent, Asset asset) throws IOException {
    byte[] given = intent.write().image(asset.name());
    if (given != null) {
      return given;
    }
    Holding held = intent.held();
    Optional<byte[]> kept =
        held == null ? Optional.empty() : site.read(held.file().asset(asset.name()));
    return kept.filter(bytes -> CanonicalJson.sha256(bytes).equals(asset.sha256()))
        .orElseThrow(
            () ->
                new IOException(
                    "%s of %s is no longer there and is to be fetched again"
                        .formatted(asset.name(), intent.id())));
  }

  private boolean addRemovals(Intent intent) {
    boolean removed = false;
    for (SitePath trace : intent.traces()) {
      if (!ownership.owned(trace)) {
        changes.vacated().add(trace.folder());
        if (site.exists(trace)) {
          changes.remove(trace);
          removed = true;
        }
      }
    }
    return removed;
  }

  private static Outcome outcome(Intent intent, boolean changed, boolean replaces) {
    boolean resumed = !intent.begun().isEmpty();
    if (!intent.publishes()) {
      return intent.wasPublished() || changed ? Outcome.REMOVED : Outcome.UNCHANGED;
    }
    if (intent.moves()) {
      return Outcome.MOVED;
    }
    if (!changed && !resumed) {
      return Outcome.UNCHANGED;
    }
    return intent.wasPublished() || (replaces && !resumed) ? Outcome.UPDATED : Outcome.CREATED;
  }

  private static Applied applied(Holding now, Outcome outcome) {
    return new Applied(
        now.id(), outcome, now.path(), now.version(), now.revision(), now.contentHash());
  }
}
