package org.curation.standalone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
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
import org.curation.enrich.page.html.WebAddress;
import org.curation.ingest.capture.PageText;
import org.curation.model.topic.Json;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;

/**
 * Saved pages named in a list, each described in a file of its own. A page that can't be read is
 * told of and the rest goes on. Belongs to one thread.
 */
public final class DescribedPages {
  /** Names of files and folders below the output, whatever the list holds. */
  private static final Pattern ID =
      Pattern.compile(
          "(?!\\.{1,2}(?:/|$))[^/\\\\\\p{Cntrl}]{1,150}(?:/(?!\\.{1,2}(?:/|$))[^/\\\\\\p{Cntrl}]{1,150}){0,8}");

  private final Path list;
  private final Path out;
  private final boolean explain;
  private final Instant now;
  private final Consumer<String> problems;
  private final PageFile files;
  private final Set<String> seen = new HashSet<>();
  private int number;

  /** How many pages were described, and how many lines gave none. */
  public record Count(int described, int failed) {}

  /**
   * Prepares the run.
   *
   * @param now dates after it are not believed
   * @param problems takes a sentence for each page that was not described, and for each that was
   *     with less than its line should have given
   */
  public DescribedPages(
      Path list, Path out, boolean explain, Instant now, Consumer<String> problems) {
    this.list = list;
    this.out = out;
    this.explain = explain;
    this.now = now;
    this.problems = problems;
    this.files = new PageFile(list);
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
      number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          Optional<String> problem = describe(line);
          problem.ifPresent(this::tell);
          described += problem.isPresent() ? 0 : 1;
          failed += problem.isPresent() ? 1 : 0;
        }
      }
    } catch (IOException e) {
      throw new UserError("--pages %s can't be read: %s".formatted(list, e.getMessage()));
    }
    return new Count(described, failed);
  }

  private void tell(String text) {
    problems.accept("%s, line %d: %s".formatted(list, number, text));
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
    return describe(id, address(id, page), file);
  }

  /** Where the page was found; null when the line says null, or says nothing usable and is told. */
  private @Nullable String address(String id, JsonNode page) {
    String url = text(page, "url");
    if (url != null && !WebAddress.host(url.strip()).isEmpty()) {
      return url.strip();
    }
    if (!page.path("url").isNull()) {
      String said =
          page.has("url")
              ? "url %s is no web address".formatted(shown(page.path("url").toString()))
              : "no url";
      tell(
          "%s; %s is described without it, its relative addresses are left out"
              .formatted(said, shown(id)));
    }
    return null;
  }

  private Optional<String> describe(String id, @Nullable String url, String file) {
    byte[] body;
    try {
      body = files.read(file);
    } catch (PageFile.Refused e) {
      return Optional.of("file \"%s\" of %s %s".formatted(shown(file), shown(id), e.getMessage()));
    }
    try {
      ObjectNode described = described(id, body, url);
      Path target = out.resolve(id + ".json");
      Files.createDirectories(target.toAbsolutePath().getParent());
      Files.write(
          target, Json.mapper().writerWithDefaultPrettyPrinter().writeValueAsBytes(described));
      return Optional.empty();
    } catch (IOException | InvalidPathException e) {
      return Optional.of("%s can't be written: %s".formatted(shown(id), e.getMessage()));
    } catch (RuntimeException e) {
      // One page must not end the run, whatever it finds in us.
      return Optional.of(
          "%s can't be described, which is a mistake in this program: %s".formatted(shown(id), e));
    }
  }

  private ObjectNode described(String id, byte[] body, @Nullable String url) {
    Optional<String> other = NoText.in(body);
    String html = other.isPresent() ? "" : PageText.of(body, Optional.empty());
    PageFacts facts = PageFacts.read(html, url, now);
    ObjectNode values = PageJson.values(facts);
    if (explain) {
      values.set("candidates", PageJson.explained(facts));
    }
    other.ifPresent(
        kind -> {
          values.put("error", "no page: the file is " + kind);
          tell("the file of %s is %s; all of its values are null".formatted(shown(id), kind));
        });
    return values;
  }

  private static @Nullable String text(JsonNode page, String key) {
    return page.path(key).textValue();
  }

  /** For a line of a terminal: control characters and what turns writing round are spelt out. */
  private static String shown(String text) {
    StringBuilder shown = new StringBuilder();
    String bounded = text.length() <= 80 ? text : text.substring(0, 80) + "…";
    bounded
        .codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean unseen =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.SURROGATE
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR;
              shown.append(unseen ? "\\u%04X".formatted(c) : Character.toString(c));
            });
    return shown.toString();
  }
}
