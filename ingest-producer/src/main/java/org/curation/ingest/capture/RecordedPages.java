package org.curation.ingest.capture;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.curation.ingest.source.LinkKey;
import org.curation.model.topic.Json;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;

/** Which recorded page belongs to which URL, as the {@code sources.json} files say. */
final class RecordedPages {
  private static final int MAX_INDEX_BYTES = 16 * 1024 * 1024;

  private final Map<String, Path> exact = new HashMap<>();
  private final Map<String, Path> folded = new HashMap<>();

  /**
   * Reads the index files; of two that name one URL the first counts.
   *
   * @throws UserError when one can't be read
   */
  RecordedPages(List<Path> indexFiles) {
    indexFiles.forEach(this::read);
  }

  /** The unchecked place of a URL's page. */
  Optional<Path> find(String url) {
    Path page = exact.get(url);
    return Optional.ofNullable(page == null ? folded.get(LinkKey.of(url)) : page);
  }

  private void read(Path indexFile) {
    try (InputStream in = Files.newInputStream(indexFile)) {
      JsonNode index = Json.mapper().readTree(in.readNBytes(MAX_INDEX_BYTES));
      for (JsonNode entry : index) {
        add(indexFile, entry.path("href").textValue(), entry.path("page").textValue());
      }
    } catch (IOException e) {
      throw new UserError(
          "%s can't be read as an index of recorded pages. Expected an object of {\"href\": …, \"page\": …}."
              .formatted(indexFile),
          e);
    }
  }

  private void add(Path indexFile, @Nullable String href, @Nullable String page) {
    if (href == null || page == null) {
      return;
    }
    try {
      Path place = indexFile.resolveSibling(page);
      exact.putIfAbsent(href, place);
      folded.putIfAbsent(LinkKey.of(href), place);
    } catch (InvalidPathException e) {
      throw new UserError(
          "%s names a page for %s that can't be a file's name.".formatted(indexFile, href), e);
    }
  }
}
