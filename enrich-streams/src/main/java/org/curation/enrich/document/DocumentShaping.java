package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.curation.enrich.archetype.LaneTreatment.DuplicateRule;
import org.curation.enrich.claim.ClaimName;
import org.curation.enrich.document.Placing.FilePlace;
import org.curation.enrich.document.Placing.Found;
import org.curation.enrich.document.Placing.WebPlace;
import org.curation.enrich.gate.Verdict;
import org.curation.enrich.offering.OfferingIndex;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.state.Claimed.Answer;
import org.curation.enrich.state.CurationState;
import org.curation.enrich.state.PinnedIdentity;
import org.curation.model.Document;
import org.curation.model.Document.Asset;
import org.curation.model.RawCuration;

/** Makes the document of an item from its lane and archetype. Pure but for the names it asks. */
final class DocumentShaping {
  private static final String DUPLICATE_OF = "duplicateOf";

  /** Hashing is the dearest part; a document that waits needs none. */
  private static final String NOT_HASHED = "";

  private final CurationState state;
  private final RawCuration record;
  private final PinnedIdentity identity;
  private final Classification.Shapeable shapeable;
  private final Verdict.Open gate;
  private final OfferingIndex offerings;
  private final NameClaims names;

  /** Shapes one document from a state that has an identity. */
  DocumentShaping(
      CurationState state,
      RawCuration record,
      PinnedIdentity identity,
      Classification.Shapeable shapeable,
      Verdict.Open gate,
      OfferingIndex offerings,
      NameClaims names) {
    this.state = state;
    this.record = record;
    this.identity = identity;
    this.shapeable = shapeable;
    this.gate = gate;
    this.offerings = offerings;
    this.names = names;
  }

  Draft shape() {
    Placing placing = new Placing(shapeable.item(), identity, names);
    Rendering wished = render(identity.documentId());
    return switch (placing.file(shapeable.treatment(), wished.frontMatter())) {
      case Found.Nowhere<FilePlace> nowhere ->
          new Draft.Unusable(nowhere.reason(), nowhere.message());
      case Found.Place<FilePlace> file ->
          shape(
              placing,
              file.place(),
              file.place().documentId().equals(identity.documentId())
                  ? wished
                  : render(file.place().documentId()));
    };
  }

  private Draft shape(Placing placing, FilePlace file, Rendering rendering) {
    return switch (placing.web(file.place().section(), rendering.frontMatter())) {
      case Found.Nowhere<WebPlace> nowhere ->
          new Draft.Unusable(nowhere.reason(), nowhere.message());
      case Found.Place<WebPlace> web -> shape(file, web.place(), rendering);
    };
  }

  private Draft shape(FilePlace file, WebPlace web, Rendering rendering) {
    CuratedItem item = shapeable.item();
    ObjectNode frontMatter = rendering.frontMatter();
    if (!web.slug().equals(frontMatter.path("slug").asText(""))) {
      frontMatter.put("slug", web.slug());
    }
    Addresses addresses =
        Addresses.apply(
            frontMatter,
            web.wanted(),
            web.address(),
            SiteAddress.usable(state.addresses(), rendering.mended()),
            names,
            address -> Beside.address(address, item.id()));
    Answer link = names.other(ClaimName.link(item.link()));
    if (link == null || names.pending()) {
      Answer wished = new Answer(true, false, state.id(), null);
      return new Draft.Waiting(
          document(file, addresses, rendering, wished, web, NOT_HASHED), addresses);
    }
    DuplicateRule duplicates = shapeable.treatment().duplicates();
    if (!link.owned() && duplicates == DuplicateRule.WITHHOLD) {
      return new Draft.Withheld(
          addresses, "duplicate link: %s had it first".formatted(link.owner()));
    }
    if (!link.owned() && duplicates == DuplicateRule.POINT_TO_FIRST) {
      frontMatter.put(DUPLICATE_OF, link.ownerDocumentId());
    }
    String hash =
        ContentHash.published(
            file.place().path(),
            shapeable.treatment().frontMatter(),
            frontMatter,
            rendering.body(),
            rendering.assets().list());
    return new Draft.Shaped(document(file, addresses, rendering, link, web, hash), addresses);
  }

  private Document document(
      FilePlace file,
      Addresses addresses,
      Rendering rendering,
      Answer link,
      WebPlace web,
      String hash) {
    List<Asset> assets = rendering.assets().list();
    String path = file.place().path();
    Document.Style style = shapeable.treatment().frontMatter();
    ObjectNode frontMatter = rendering.frontMatter();
    return new Document(
        state.id(),
        Document.State.PUBLISHED,
        record.version(),
        0,
        file.documentId(),
        path,
        addresses.current(),
        addresses.others(),
        style,
        frontMatter,
        rendering.body(),
        assets,
        hash,
        Explanation.of(
            state,
            record,
            identity,
            shapeable,
            gate,
            rendering,
            ClaimSteps.of(identity, file, web, addresses, link, shapeable.treatment(), names)));
  }

  private Rendering render(String documentId) {
    return Rendering.of(state, shapeable, offerings, documentId);
  }
}
