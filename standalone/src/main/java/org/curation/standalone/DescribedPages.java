package org.curation.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.curation.enrich.page.PageFacts;
import org.curation.enrich.page.PageJson;
import org.curation.ingest.capture.PageText;
import org.curation.model.topic.Json;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Saved pages named in a list, each described in a file of its own. A page that can't be read is
 * told of and the rest goes on. Belongs to one thread.
 */
public final class DescribedPages {
  private static final int MAX_BYTES = 16 * 1024 * 1024;

  /** Names of files and folders below the output, whatever the list holds. */
  private static final Pattern ID =
      Pattern.compile(
          "(?!\\.{1,2}(?:/|$))[^/\\\\\\p{Cntrl}]{1,150}(?:/(?!\\.{1,2}(?:/|$))[^/\\\\\\p{Cntrl}]{1,150}){0,8}");

  private final Path list;
  private final Path out;
  private final boolean explain;
  private final Instant now;
  private final Consumer<String> problems;
  private final Set<String> seen = new HashSet<>();

  /** How many pages were described, and how many lines gave none. */
  public record Count(int described, int failed) {}

  /**
   * Prepares the run.
   *
   * @param now dates after it are not believed
   * @param problems takes a sentence for each page that was not described
   */
  public DescribedPages(
      Path list, Path out, boolean explain, Instant now, Consumer<String> problems) {
    this.list = list;
    this.out = out;
    this.explain = explain;
    this.now = now;
    this.problems = problems;
  }

  /**
   * Describes the pages in their order.
   *
   * @throws UserError when the list can't be read or the folder can't be made
   */
  public Count run() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new UserError("--out %s can't be made: %s".formatted(out, e.getMessage()));
    }
    if (!Files.isRegularFile(list)) {
      throw new UserError("--pages %s is no file; check the path".formatted(list));
    }
    int described = 0;
    int failed = 0;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(list), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Optional<String> problem = describe(line);
          int place = number;
          problem.ifPresent(
              text -> problems.accept("%s, line %d: %s".formatted(list, place, text)));
          described += problem.isPresent() ? 0 : 1;
          failed += problem.isPresent() ? 1 : 0;
        }
      }
    } catch (IOException e) {
      throw new UserError("--pages %s can't be read: %s".formatted(list, e.getMessage()));
    }
    return new Count(described, failed);
  }

  /** What is wrong with a line; nothing when its page was described. */
  private Optional<String> describe(String line) {
    JsonNode page;
    try {
      page = Json.mapper().readTree(line);
    } catch (JsonProcessingException e) {
      return Optional.of("no JSON; expected {\"id\":…,\"url\":…,\"file\":…} in one line");
    }
    String id = text(page, "id");
    String file = text(page, "file");
    if (id == null || file == null) {
      return Optional.of("id and file must be there, as texts");
    }
    if (!ID.matcher(id).matches()) {
      return Optional.of(
          "id \"%s\" can't be a file's name; use letters, digits, - and _".formatted(shown(id)));
    }
    if (!seen.add(id)) {
      return Optional.of("id \"%s\" stands there a second time; the first is kept".formatted(id));
    }
    return describe(id, text(page, "url"), file);
  }

  private Optional<String> describe(String id, @Nullable String url, String file) {
    byte[] body;
    try (InputStream in = Files.newInputStream(list.toAbsolutePath().resolveSibling(file))) {
      body = in.readNBytes(MAX_BYTES);
    } catch (IOException | InvalidPathException e) {
      return Optional.of(
          "file \"%s\" of %s can't be read; it is looked for beside the list"
              .formatted(shown(file), id));
    }
    try {
      ObjectNode described = described(PageText.of(body, Optional.empty()), url);
      Path target = out.resolve(id + ".json");
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.write(
          target, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(described));
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.of("%s can't be written: %s".formatted(id, e.getMessage()));
    } catch (RuntimeException e) {
      // One page must not end the run, whatever it finds in us.
      return Optional.of(
          "%s can't be described, which is a mistake in this program: %s".formatted(id, e));
    }
  }

  private ObjectNode described(String html, @Nullable String url) {
    PageFacts facts = PageFacts.read(html, url, now);
    ObjectNode values = PageJson.values(facts);
    if (explain) {
      values.set("candidates", PageJson.explained(facts));
    }
    return values;
  }

  private static @Nullable String text(JsonNode page, String key) {
    return page.path(key).textValue();
  }

  private static String shown(String text) {
    return text.length() <= 80 ? text : text.substring(0, 80) + "…";
  }
}
