package org.curation.sink.hugo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.sink.store.Guard;
import org.curation.sink.store.Guard.Decision;
import org.curation.sink.store.RefusedWriteException;
import org.curation.sink.store.Write;
import org.jspecify.annotations.Nullable;

/** Decides what a batch does to a site. Looks at the disk, changes nothing. */
final class BatchPlanner {
  private final Site site;
  private final LedgerState ledger;
  private final Ownership ownership;

  BatchPlanner(Site site, LedgerState ledger, Ownership ownership) {
    this.site = site;
    this.ledger = ledger;
    this.ownership = ownership;
  }

  BatchPlan plan(List<Write> batch) throws IOException, RefusedWriteException {
    List<Intent> intents = new ArrayList<>();
    Set<CurationId> seen = new HashSet<>();
    for (Write write : batch) {
      if (!seen.add(write.document().id())) {
        throw new IllegalArgumentException(write.document().id() + " is twice in one batch");
      }
      intents.add(intent(write));
    }
    Ownership.Change change = claim(intents);
    BatchPlanBuilder plan = new BatchPlanBuilder(site, change);
    for (Intent intent : intents) {
      plan.add(intent);
    }
    return plan.build();
  }

  private Intent intent(Write write) throws IOException, RefusedWriteException {
    Document document = write.document();
    Holding held = ledger.holding(document.id());
    Set<SitePath> begun = ledger.unfinished(document.id());
    Decision decision = Guard.decide(held == null ? null : held.guard(), document, write.epoch());
    if (!begun.isEmpty() && decision != Decision.STALE) {
      // What is on disk is not known to be what the ledger says.
      decision = Decision.APPLY;
    }
    try {
      Intent intent =
          new Intent(
              write, decision, held, begun, SitePath.document(document.path()), assets(document));
      check(intent);
      return intent;
    } catch (UnsafePathException e) {
      throw new RefusedWriteException(
          document.id(),
          RefusedWriteException.UNSAFE_PATH,
          "%s: %s. Correct the path that the lane or the imported identity gives."
              .formatted(document.id(), e.getMessage()));
    }
  }

  private static List<SitePath> assets(Document document) {
    SitePath file = SitePath.document(document.path());
    List<SitePath> assets =
        document.assets().stream().map(asset -> file.asset(asset.name())).toList();
    if (new HashSet<>(assets).size() < assets.size()) {
      throw new UnsafePathException("path \"%s\" has two assets of one name".formatted(file));
    }
    return assets;
  }

  private void check(Intent intent) throws IOException, RefusedWriteException {
    for (SitePath file : intent.traces()) {
      site.check(file);
    }
    for (SitePath file : intent.claims()) {
      site.check(file);
      Optional<Path> obstacle = site.obstacle(file);
      if (obstacle.isPresent()) {
        throw taken(
            intent.id(),
            null,
            file,
            "%s stands in its place in the site".formatted(obstacle.get()));
      }
    }
  }

  private Ownership.Change claim(List<Intent> intents) throws RefusedWriteException {
    Ownership.Change change = ownership.change();
    for (Intent intent : intents) {
      if (intent.applies() && intent.held() != null) {
        intent.held().files().forEach(file -> change.release(file, intent.id()));
        intent
            .held()
            .publishedAddress()
            .ifPresent(address -> change.releaseAddress(address, intent.id()));
      }
    }
    // Who stays where it is comes first, so that the order in a batch can't cost it its place.
    for (Intent intent : intents) {
      if (stays(intent)) {
        claim(change, intent);
      }
    }
    for (Intent intent : intents) {
      if (!stays(intent)) {
        claim(change, intent);
      }
    }
    return change;
  }

  private static boolean stays(Intent intent) {
    Holding held = intent.held();
    return held != null && held.files().contains(intent.file());
  }

  private static void claim(Ownership.Change change, Intent intent) throws RefusedWriteException {
    for (SitePath file : intent.claims()) {
      Optional<CurationId> other = change.claim(file, intent.id());
      if (other.isPresent()) {
        throw taken(intent.id(), other.get(), file, "it belongs to " + other.get());
      }
    }
    if (intent.publishes()) {
      String address = intent.document().address();
      Optional<CurationId> other = change.claimAddress(address, intent.id());
      if (other.isPresent()) {
        throw new RefusedWriteException(
            intent.id(),
            other.get(),
            RefusedWriteException.ADDRESS_TAKEN,
            "%s can't have the address \"%s\": it belongs to %s. Give one of the two another title, then redrive."
                .formatted(intent.id(), address, other.get()));
      }
    }
  }

  private static RefusedWriteException taken(
      CurationId id, @Nullable CurationId owner, SitePath file, String why) {
    return new RefusedWriteException(
        id,
        owner,
        RefusedWriteException.PATH_TAKEN,
        "%s can't have \"%s\": %s. Give one of the two another place, then redrive."
            .formatted(id, file, why));
  }
}
