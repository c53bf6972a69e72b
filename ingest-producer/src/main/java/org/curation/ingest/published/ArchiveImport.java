package org.curation.ingest.published;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.curation.ingest.published.FrontMatter.BadFrontMatterException;
import org.curation.ingest.source.SourceItem;
import org.curation.model.CurationId;
import org.curation.model.Identity;
import org.curation.model.RawCuration;
import org.curation.model.SourceEvent;
import org.curation.model.Version;
import org.curation.model.topic.Json;

/**
 * The documents of a published site as raw records. They have the id of the curation that they were
 * made from, where that is known, else one of the source {@code published}; their version is the
 * lowest that there is, so whatever a curation system tells is newer.
 *
 * @param identities of all the documents
 * @param documents the records
 * @param problems what could not be taken over
 * @param live how many were left out, as the cluster knows their curations already
 */
public record ArchiveImport(
    List<Identity> identities, List<SourceItem> documents, List<SiteProblem> problems, int live) {
  private static final String SOURCE = "published";
  private static final int MOST_BYTES = 3 * 1024 * 1024;

  /** Copies the lists. */
  public ArchiveImport {
    identities = List.copyOf(identities);
    documents = List.copyOf(documents);
    problems = List.copyOf(problems);
  }

  /**
   * Reads the documents of a site.
   *
   * @param imported which curations they were made from
   * @param known curations by their document ids, as the cluster has them: such documents are there
   *     already, and an archived twin would take their place
   */
  public static ArchiveImport of(
      Path root,
      PublishedSite site,
      IdentityImport imported,
      Map<String, CurationId> known,
      Instant now) {
    Map<String, Identity> byDocument = new TreeMap<>();
    imported.identities().forEach(identity -> byDocument.put(identity.documentId(), identity));
    Map<String, Integer> uses = new HashMap<>();
    site.entries().forEach(entry -> uses.merge(entry.documentId(), 1, Integer::sum));
    List<SourceItem> documents = new ArrayList<>();
    List<SiteProblem> problems = new ArrayList<>(site.problems());
    int live = 0;
    for (PublishedEntry entry : site.entries()) {
      CurationId there = known.get(entry.documentId());
      if (there != null
          && !there.source().equals(SOURCE)
          && !byDocument.containsKey(entry.documentId())) {
        live++;
        continue;
      }
      if (uses.getOrDefault(entry.documentId(), 0) > 1) {
        problems.add(problem(entry, "another document has the same mdName. Leave one of them."));
        continue;
      }
      Identity identity = byDocument.computeIfAbsent(entry.documentId(), any -> unknown(entry));
      try {
        documents.add(new SourceItem.Curation(raw(root, entry, identity.id(), now)));
      } catch (IOException | BadFrontMatterException e) {
        byDocument.remove(entry.documentId());
        problems.add(
            problem(entry, String.valueOf(e.getMessage()) + ". Repair it, then import again."));
      }
    }
    return new ArchiveImport(List.copyOf(byDocument.values()), documents, problems, live);
  }

  /** The curation is unknown, or several documents claim it: the document stands for itself. */
  private static Identity unknown(PublishedEntry entry) {
    CurationId id = new CurationId(SOURCE, entry.documentId());
    return new Identity(
        id,
        entry.documentId(),
        entry.path().orElse(null),
        entry.addresses(),
        Identity.Origin.IMPORTED);
  }

  private static RawCuration raw(Path root, PublishedEntry entry, CurationId id, Instant now)
      throws IOException, BadFrontMatterException {
    byte[] bytes;
    try (InputStream in = Files.newInputStream(root.resolve(entry.file()))) {
      bytes = in.readNBytes(MOST_BYTES + 1);
    }
    if (bytes.length > MOST_BYTES) {
      throw new BadFrontMatterException("it is larger than %d bytes".formatted(MOST_BYTES));
    }
    DocumentText text = DocumentText.of(bytes);
    ObjectNode payload = Json.mapper().createObjectNode();
    payload.put("_type", "PublishedDocument");
    payload.put("sourceId", id.sourceId());
    payload.put("style", text.sorted() ? "sorted" : "ordered");
    payload.set("frontMatter", text.frontMatter());
    payload.put("body", text.body());
    return new RawCuration(
        id,
        SourceEvent.CREATED,
        new Version(0, 0),
        null,
        now,
        SOURCE + "/" + entry.file(),
        payload,
        null);
  }

  private static SiteProblem problem(PublishedEntry entry, String message) {
    return new SiteProblem(entry.file(), entry.file() + ": " + message);
  }
}
