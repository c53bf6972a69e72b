package org.curation.sink.hugo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.model.CanonicalJson;
import org.curation.model.CurationId;
import org.curation.model.Document.Asset;
import org.curation.model.Document.State;
import org.curation.service.UserError;
import org.curation.sink.store.Applied;
import org.curation.sink.store.PublishingStore;
import org.curation.sink.store.RefusedWriteException;
import org.curation.sink.store.TopicPartitionIdentity;
import org.curation.sink.store.Write;

/**
 * A Hugo site on this machine's disk. While it is open, nobody else can open the same ledger. Safe
 * for use by threads.
 */
public final class HugoStore implements PublishingStore {
  private final Site site;
  private final StoreLock lock;
  private final Ledger ledger;
  private final Ownership ownership;
  private final FileBatch files;

  private HugoStore(Site site, StoreLock lock, Ledger ledger, FileOperations operations) {
    this.site = site;
    this.lock = lock;
    this.ledger = ledger;
    this.ownership = new Ownership(ledger.state().holdings());
    this.files = new FileBatch(site, operations);
  }

  /**
   * Opens a site, creating its folder and the ledger's when they are missing. When the site's whole
   * folder is gone, what the ledger says of files is forgotten, and names and addresses are kept.
   *
   * @param site the site's root: documents go into {@code content} below it
   * @param ledgerDirectory outside of the site, on a disk that lives as long as the site's
   * @throws UserError when the ledger is in use or broken, lies inside the site, or speaks of
   *     documents while the site is not there
   */
  public static HugoStore open(Path site, Path ledgerDirectory) {
    return open(site, ledgerDirectory, new DiskFiles());
  }

  static HugoStore open(Path site, Path ledgerDirectory, FileOperations operations) {
    try {
      Files.createDirectories(ledgerDirectory);
      StoreLock lock = StoreLock.take(ledgerDirectory);
      try {
        return open(site, ledgerDirectory, operations, lock);
      } catch (IOException | RuntimeException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw new UserError(
          "Can't open the site %s with its ledger in %s: %s. Check that both are folders that this user may write to."
              .formatted(site, ledgerDirectory, e),
          e);
    }
  }

  private static HugoStore open(
      Path root, Path ledgerDirectory, FileOperations operations, StoreLock lock)
      throws IOException {
    Ledger ledger = Ledger.open(ledgerDirectory, operations);
    if (!Files.exists(root)) {
      // Somebody removed the site with its folder: it is published again from the topic.
      ledger.forgetFiles();
    }
    requireSite(root, ledgerDirectory, ledger);
    Files.createDirectories(root);
    requireWritable(root);
    if (ledgerDirectory.toRealPath().startsWith(root.toRealPath())) {
      throw new UserError(
          "The ledger folder %s lies inside the site %s. Give it a place beside the site, so that the site holds only what Hugo should see."
              .formatted(ledgerDirectory, root));
    }
    HugoStore store = new HugoStore(new Site(root), lock, ledger, operations);
    if (!ledger.state().finished()) {
      store.files.sweepSite();
    }
    return store;
  }

  /** A site whose folder is there, but empty, is most often a disk that is not mounted. */
  private static void requireSite(Path root, Path ledgerDirectory, Ledger ledger) {
    long published =
        ledger.state().holdings().stream()
            .filter(holding -> holding.state() == State.PUBLISHED)
            .count();
    if (published > 0 && !Files.isDirectory(root.resolve(SitePath.CONTENT))) {
      throw new UserError(
          "The ledger in %s says that %s holds %d documents, but there is no %s folder. Mount or restore the site; or, to publish everything again, remove the ledger folder."
              .formatted(ledgerDirectory, root, published, SitePath.CONTENT));
    }
  }

  private static void requireWritable(Path root) {
    Path content = root.resolve(SitePath.CONTENT);
    Path folder = Files.exists(content) ? content : root;
    if (!Files.isWritable(folder)) {
      throw new UserError(
          "This user may not write to %s. Give it the right to, or name another site."
              .formatted(folder));
    }
  }

  @Override
  public String name() {
    return "hugo";
  }

  /** What the site holds, and what it once held, by curation id. */
  public synchronized List<LedgerEntry> entries() {
    return ledger.state().holdings().stream().map(Holding::entry).toList();
  }

  @Override
  public synchronized Optional<Long> position(TopicPartitionIdentity partition) {
    return Optional.ofNullable(ledger.state().position(partition));
  }

  @Override
  public synchronized boolean holds(CurationId id, Asset asset) throws IOException {
    Holding held = ledger.state().holding(id);
    return held != null
        && held.names(asset)
        && site.read(held.file().asset(asset.name()))
            .map(CanonicalJson::sha256)
            .filter(asset.sha256()::equals)
            .isPresent();
  }

  @Override
  public synchronized List<Applied> apply(List<Write> batch)
      throws IOException, RefusedWriteException {
    BatchPlan plan = new BatchPlanner(site, ledger.state(), ownership).plan(batch);
    if (!plan.begun().isEmpty()) {
      ledger.begin(plan.begun());
    }
    files.carryOut(plan.changes());
    ledger.hold(plan.holdings());
    plan.ownership().take();
    return plan.applied();
  }

  @Override
  public synchronized void commit(Map<TopicPartitionIdentity, Long> nextOffsets)
      throws IOException {
    if (!nextOffsets.isEmpty()) {
      ledger.position(nextOffsets);
    }
  }

  @Override
  public synchronized void close() {
    try {
      lock.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
