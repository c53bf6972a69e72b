package org.curation.sink.store;

import java.util.Map;
import java.util.Objects;
import org.curation.model.Document;
import org.jspecify.annotations.Nullable;

/**
 * One document on its way into a store.
 *
 * @param document to publish or to remove
 * @param epoch id of the topic that the document was read from; revisions count within one epoch
 * @param images bytes by asset name; an asset without bytes is one that the store {@linkplain
 *     PublishingStore#holds already holds}
 */
public record Write(Document document, String epoch, Map<String, byte[]> images) {
  /** Copies the map. */
  public Write {
    Objects.requireNonNull(document, "document");
    Objects.requireNonNull(epoch, "epoch");
    images = Map.copyOf(images);
  }

  /** The bytes of an asset; null when the store already holds them. */
  public byte @Nullable [] image(String assetName) {
    return images.get(assetName);
  }
}
