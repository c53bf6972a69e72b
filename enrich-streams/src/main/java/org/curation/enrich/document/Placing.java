package org.curation.enrich.document;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.curation.enrich.archetype.LaneTreatment.Layout;
import org.curation.enrich.archetype.LaneTreatment.Shaped;
import org.curation.enrich.claim.ClaimName;
import org.curation.enrich.record.CuratedItem;
import org.curation.enrich.state.Claimed.Answer;
import org.curation.enrich.state.PinnedIdentity;

/**
 * Finds a document's place among the files and on the website, so that no two documents share one.
 * An older item has what it wants; a younger one goes beside it. Pure but for the names it asks.
 */
final class Placing {
  private final CuratedItem item;
  private final PinnedIdentity identity;
  private final WantedNames names;

  Placing(CuratedItem item, PinnedIdentity identity, WantedNames names) {
    this.item = item;
    this.identity = identity;
    this.names = names;
  }

  /** What the search gave. */
  sealed interface Found<T> {
    /** This one, subject to answers that are outstanding. */
    record Place<T>(T place) implements Found<T> {}

    /** Nothing. */
    record Nowhere<T>(String reason, String message) implements Found<T> {}
  }

  /**
   * A place among the files.
   *
   * @param documentId the pinned one, or the one beside it when an older item ever had that place
   */
  record FilePlace(String documentId, SitePlace place) {}

  /**
   * A place on the website.
   *
   * @param wanted what it would be if nobody else wanted it
   */
  record WebPlace(String slug, String address, String wanted) {}

  Found<FilePlace> file(Shaped lane, ObjectNode frontMatter) {
    String basePath = frontMatter.path("basePath").asText();
    if (identity.path() != null) {
      SitePlace kept = SitePlace.kept(identity.path());
      Answer answer = names.own(ClaimName.path(kept.path()));
      return answer == null || answer.owned()
          ? new Found.Place<>(new FilePlace(identity.documentId(), kept))
          : new Found.Nowhere<>(
              "path-taken",
              "%s keeps the place \"%s\" of an imported document, but it belongs to %s. Remove one of the two from the imported site."
                  .formatted(item.id(), kept.path(), answer.owner()));
    }
    for (String documentId : Beside.documentIds(identity.documentId(), item.id())) {
      Optional<SitePlace> place =
          SitePlace.of(basePath, documentId, lane.layout() == Layout.BUNDLE);
      if (place.isEmpty()) {
        return new Found.Nowhere<>(
            "unsafe-path",
            "basePath \"%s\" and document id \"%s\" of %s make no safe place; use letters, digits, dashes."
                .formatted(basePath, documentId, item.id()));
      }
      String name = ClaimName.path(place.get().path());
      boolean pinned = documentId.equals(identity.documentId());
      Answer answer = pinned ? names.own(name) : names.beside(name);
      // A permanent name must not come back to a younger item when the older one is gone.
      if (answer == null || (answer.owned() && !(pinned && answer.preceded()))) {
        return new Found.Place<>(new FilePlace(documentId, place.get()));
      }
    }
    return new Found.Nowhere<>(
        "path-taken",
        "Every place that %s could have among the site's files belongs to another item. Give its lane a document-id that tells items apart."
            .formatted(item.id()));
  }

  Found<WebPlace> web(String section, ObjectNode frontMatter) {
    String slug = frontMatter.path("slug").asText("");
    String wanted = section + slug + "/";
    for (String each : Beside.slugs(slug, item.id(), identity.documentId())) {
      String address = section + each + "/";
      String name = ClaimName.address(address);
      Answer answer = each.equals(slug) ? names.own(name) : names.beside(name);
      if (answer == null || answer.owned()) {
        return new Found.Place<>(new WebPlace(each, address, wanted));
      }
    }
    return new Found.Nowhere<>(
        "address-taken",
        "Every address that %s could have belongs to another document, \"%s\" first of all. Change its title."
            .formatted(item.id(), wanted));
  }
}
