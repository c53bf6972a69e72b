package org.curation.sink.store;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.curation.model.CanonicalJson;
import org.curation.model.CaptureKey;
import org.curation.model.CurationId;
import org.curation.model.Document;
import org.curation.model.Document.Asset;
import org.curation.model.Document.State;
import org.curation.model.Document.Style;
import org.curation.model.ImageFacts.ImagePosition;
import org.curation.model.Provenance;
import org.curation.model.Version;
import org.curation.model.topic.Json;

/** Documents for tests: as little as it takes, with a content hash that follows the content. */
public record TestDocuments(
    CurationId id,
    State state,
    Version version,
    long revision,
    String path,
    String body,
    List<Asset> assets,
    Map<String, byte[]> images,
    String address) {

  /** A published document of version 0.1, revision 1. */
  public static TestDocuments document(String sourceId, String path) {
    return new TestDocuments(
        new CurationId("open-project", sourceId),
        State.PUBLISHED,
        new Version(0, 1),
        1,
        path,
        "Body of " + sourceId,
        List.of(),
        Map.of(),
        "/news/" + sourceId + "/");
  }

  public TestDocuments version(long number, long newRevision) {
    return version(0, number, newRevision);
  }

  public TestDocuments version(long incarnation, long number, long newRevision) {
    return new TestDocuments(
        id,
        state,
        new Version(incarnation, number),
        newRevision,
        path,
        body,
        assets,
        images,
        address);
  }

  /** The next revision. */
  public TestDocuments next() {
    return version(version.incarnation(), version.number(), revision + 1);
  }

  public TestDocuments at(String newPath) {
    return new TestDocuments(id, state, version, revision, newPath, body, assets, images, address);
  }

  public TestDocuments address(String newAddress) {
    return new TestDocuments(id, state, version, revision, path, body, assets, images, newAddress);
  }

  public TestDocuments saying(String newBody) {
    return new TestDocuments(id, state, version, revision, path, newBody, assets, images, address);
  }

  public TestDocuments unpublished() {
    return new TestDocuments(
        id, State.UNPUBLISHED, version, revision, path, body, List.of(), Map.of(), address);
  }

  public TestDocuments withoutImages() {
    return new TestDocuments(
        id, state, version, revision, path, body, List.of(), Map.of(), address);
  }

  public TestDocuments with(String name, String content) {
    return with(name, content, new ImagePosition(key(), 0, 0));
  }

  public TestDocuments with(String name, String content, ImagePosition position) {
    byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
    List<Asset> moreAssets = new ArrayList<>(assets);
    moreAssets.add(new Asset(name, CanonicalJson.sha256(bytes), position));
    Map<String, byte[]> moreImages = new HashMap<>(images);
    moreImages.put(name, bytes);
    return new TestDocuments(
        id, state, version, revision, path, body, moreAssets, moreImages, address);
  }

  public CaptureKey key() {
    return new CaptureKey(id, CaptureKey.FEATURED_IMAGE);
  }

  public Document get() {
    boolean published = state == State.PUBLISHED;
    ObjectNode frontMatter = Json.mapper().createObjectNode().put("title", "Title of " + id);
    assets.forEach(asset -> frontMatter.withArray("images").add(asset.name()));
    String content = state + path + body + assets.stream().map(Asset::sha256).toList();
    return new Document(
        id,
        state,
        version,
        revision,
        "document-" + id.sourceId(),
        path,
        address,
        List.of("/old/" + id.sourceId() + "/"),
        Style.ORDERED,
        published ? frontMatter : null,
        published ? body : null,
        assets,
        CanonicalJson.sha256(content.getBytes(StandardCharsets.UTF_8)),
        new Provenance(null, null, null, List.of(), List.of()));
  }

  /** A write with all images. */
  public Write write(String epoch) {
    return new Write(get(), epoch, images);
  }

  /** A write whose images the store must have. */
  public Write writeWithoutBytes(String epoch) {
    return new Write(get(), epoch, Map.of());
  }
}
