package org.curation.sink.hugo;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Document.Asset;
import org.curation.model.Document.State;
import org.curation.model.Version;
import org.curation.sink.store.Guard;
import org.curation.sink.store.Write;

/**
 * What the store holds of one curation, as the ledger has it on one line.
 *
 * @param epoch id of the topic that it was read from
 * @param path of the document's file, checked
 */
record Holding(
    CurationId id,
    State state,
    String epoch,
    Version version,
    long revision,
    String documentId,
    String path,
    String address,
    List<String> formerAddresses,
    List<HeldAsset> assets,
    String contentHash) {

  /** No topic has this id and no document this hash. */
  private static final String LOST = "lost";

  /** An asset beside the document. */
  record HeldAsset(String name, String sha256) {
    HeldAsset {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(sha256, "sha256");
    }
  }

  Holding {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(epoch, "epoch");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(contentHash, "contentHash");
    formerAddresses = formerAddresses == null ? List.of() : List.copyOf(formerAddresses);
    assets = assets == null ? List.of() : List.copyOf(assets);
    SitePath document = SitePath.document(Objects.requireNonNull(path, "path"));
    assets.forEach(asset -> document.asset(asset.name()));
  }

  /** What is held once a write is applied. */
  static Holding of(Write write) {
    Document document = write.document();
    boolean published = document.state() == State.PUBLISHED;
    return new Holding(
        document.id(),
        document.state(),
        write.epoch(),
        document.version(),
        document.revision(),
        document.documentId(),
        document.path(),
        document.address(),
        document.formerAddresses(),
        published ? document.assets().stream().map(Holding::held).toList() : List.of(),
        document.contentHash());
  }

  /** The same document after its files were lost: any log may bring it back. */
  Holding lost() {
    return new Holding(
        id,
        State.UNPUBLISHED,
        LOST,
        version,
        0,
        documentId,
        path,
        address,
        formerAddresses,
        List.of(),
        LOST);
  }

  /** The same files, as another epoch speaks of them. */
  Holding adopting(Write write) {
    return new Holding(
        id,
        state,
        write.epoch(),
        write.document().version(),
        write.document().revision(),
        write.document().documentId(),
        path,
        write.document().address(),
        write.document().formerAddresses(),
        assets,
        contentHash);
  }

  Guard.Held guard() {
    return new Guard.Held(epoch, version, revision, state, contentHash);
  }

  LedgerEntry entry() {
    return new LedgerEntry(id, state, documentId, path, address, formerAddresses, contentHash);
  }

  /** The document's file. */
  SitePath file() {
    return SitePath.document(path);
  }

  /** Every file that is there because of this holding: none when unpublished. */
  List<SitePath> files() {
    if (state == State.UNPUBLISHED) {
      return List.of();
    }
    SitePath document = file();
    List<SitePath> files = new ArrayList<>(List.of(document));
    assets.forEach(asset -> files.add(document.asset(asset.name())));
    return files;
  }

  /** The address where readers find it; empty when unpublished. */
  Optional<String> publishedAddress() {
    return state == State.PUBLISHED ? Optional.of(address) : Optional.empty();
  }

  /** Whether an asset is among those held, by name and hash. */
  boolean names(Asset asset) {
    return state == State.PUBLISHED && assets.contains(held(asset));
  }

  private static HeldAsset held(Asset asset) {
    return new HeldAsset(asset.name(), asset.sha256());
  }
}
