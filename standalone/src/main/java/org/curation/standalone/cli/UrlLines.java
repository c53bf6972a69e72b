package org.curation.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import org.curation.enrich.link.Cleaned;
import org.curation.enrich.link.UrlCleaner;
import org.curation.model.topic.Json;
import org.jspecify.annotations.Nullable;

/** Cleans addresses of JSON lines; one line out for each line in, in order, nothing kept. */
final class UrlLines {
  private static final int ASK_EVERY = 1000;

  /** The terminal's character set must not matter. */
  private static final ObjectWriter WRITER =
      Json.mapper().writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);

  private final UrlCleaner cleaner;
  private final PrintWriter out;

  UrlLines(UrlCleaner cleaner, PrintWriter out) {
    this.cleaner = cleaner;
    this.out = out;
  }

  /** The exit code: a line that can't be read is told in its place and stops no other. */
  int clean(InputStream input) throws IOException {
    Utf8Lines in = new Utf8Lines(input);
    boolean fine = true;
    for (Utf8Lines.Line line = in.next(); line != null; line = in.next()) {
      if (line.problem() != null || !line.text().isBlank()) {
        fine &= clean(line);
      }
      // Asking flushes. Who waits for an answer before the next question gets it.
      if ((line.number() % ASK_EVERY == 0 || !in.ready()) && StandardOutput.isGone(out)) {
        throw new IOException("nobody takes the output any more");
      }
    }
    return fine ? Exit.OK : Exit.FAILED;
  }

  private boolean clean(Utf8Lines.Line line) throws IOException {
    String unreadable = line.problem();
    if (unreadable != null) {
      return told(line, null, unreadable);
    }
    JsonNode row = read(line.text());
    if (row == null) {
      return told(line, null, "is no JSON object; expected {\"id\":…,\"url\":\"…\"}");
    }
    JsonNode url = row.get("url");
    if (url == null || !url.isTextual()) {
      return told(line, row.get("id"), "has no text \"url\"");
    }
    if (Utf8Lines.hasLoneSurrogate(url.textValue())) {
      return told(line, row.get("id"), "has half of a surrogate pair in \"url\"");
    }
    write(row(row.get("id"), cleaner.clean(url.textValue())));
    return true;
  }

  private boolean told(Utf8Lines.Line line, @Nullable JsonNode id, String problem)
      throws IOException {
    ObjectNode told = Json.mapper().createObjectNode();
    if (id != null) {
      told.set("id", id);
    }
    write(
        told.put("line", line.number())
            .put("error", "line %d %s".formatted(line.number(), problem)));
    return false;
  }

  private static @Nullable JsonNode read(String line) {
    try {
      JsonNode row = Json.mapper().readTree(line);
      return row != null && row.isObject() ? row : null;
    } catch (JsonProcessingException e) {
      return null;
    }
  }

  private static ObjectNode row(@Nullable JsonNode id, Cleaned cleaned) {
    ObjectNode row = Json.mapper().createObjectNode();
    row.set("id", id == null ? row.nullNode() : id);
    row.put("url", cleaned.original())
        .put("outcome", cleaned.outcome().word())
        .put("clean", cleaned.clean())
        .put("key", cleaned.key())
        .put("reason", cleaned.reason() == null ? null : cleaned.reason().code());
    row.putObject("rules")
        .put("version", cleaned.rules().version())
        .put("hash", cleaned.rules().hash());
    ArrayNode steps = row.putArray("steps");
    cleaned
        .steps()
        .forEach(
            step ->
                steps
                    .addObject()
                    .put("rule", step.rule())
                    .put("before", step.before())
                    .put("after", step.after()));
    return row;
  }

  private void write(ObjectNode row) throws IOException {
    // One separator everywhere: lines must not depend on the system.
    out.print(WRITER.writeValueAsString(row) + "\n");
  }
}
