package org.curation.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Objects;
import org.curation.model.ImageFacts.ImagePosition;
import org.jspecify.annotations.Nullable;

/**
 * A finished document, or the word that it is no longer published: the value of {@code
 * curation.documents}.
 *
 * @param version of the curation that it was made from
 * @param revision one more for each document emitted for this curation; with {@code version} it
 *     guards a store against going back
 * @param documentId permanent name
 * @param path place of the document's file, relative to the site root, with {@code /}
 * @param address place on the website, for example {@code /news/some-slug/}
 * @param formerAddresses every other address that it was ever published under, oldest first
 * @param style how the front matter is written
 * @param frontMatter in the order in which it is written; null when unpublished
 * @param body as it follows the front matter; null when unpublished
 * @param assets files beside the document
 * @param contentHash SHA-256 of what readers can see (path, style, front matter, body, assets); two
 *     documents of one hash are the same file
 * @param provenance why the document looks as it does; never published
 */
public record Document(
    CurationId id,
    State state,
    Version version,
    long revision,
    String documentId,
    String path,
    String address,
    List<String> formerAddresses,
    Style style,
    @Nullable ObjectNode frontMatter,
    @Nullable String body,
    List<Asset> assets,
    String contentHash,
    Provenance provenance) {

  /** Whether readers see the document. */
  public enum State {
    PUBLISHED,
    UNPUBLISHED
  }

  /** How the front matter is written. */
  public enum Style {
    /** Keys sorted, lists at the key's own column, a blank line before the body. */
    SORTED,
    /** Keys in the archetype's order, lists indented, the body follows at once. */
    ORDERED
  }

  /**
   * A file beside the document.
   *
   * @param name the file's name, without folders
   * @param sha256 of its bytes, lower-case hexadecimal
   * @param position where {@code curation.images} holds the bytes
   */
  public record Asset(String name, String sha256, ImagePosition position) {
    /** Requires all parts. */
    public Asset {
      Objects.requireNonNull(name, "name");
      Objects.requireNonNull(sha256, "sha256");
      Objects.requireNonNull(position, "position");
    }
  }

  /** Requires content unless unpublished. */
  public Document {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(state, "state");
    Objects.requireNonNull(version, "version");
    Objects.requireNonNull(documentId, "documentId");
    Objects.requireNonNull(path, "path");
    Objects.requireNonNull(address, "address");
    Objects.requireNonNull(style, "style");
    Objects.requireNonNull(contentHash, "contentHash");
    Objects.requireNonNull(provenance, "provenance");
    formerAddresses = formerAddresses == null ? List.of() : List.copyOf(formerAddresses);
    assets = assets == null ? List.of() : List.copyOf(assets);
    if (state == State.PUBLISHED && (frontMatter == null || body == null)) {
      throw new IllegalArgumentException("frontMatter and body are required when PUBLISHED");
    }
  }
}
