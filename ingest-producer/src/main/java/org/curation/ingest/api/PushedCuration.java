package org.curation.ingest.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.curation.ingest.capture.guard.AddressRefusedException;
import org.curation.ingest.capture.guard.WebAddress;
import org.curation.ingest.source.Fields;
import org.curation.ingest.source.UpdateTime;
import org.curation.model.CurationContext;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.curation.model.topic.Json;
import org.curation.model.topic.Topics;
import org.jspecify.annotations.Nullable;

/**
 * A curation in the form in which other systems push it.
 *
 * @param number what its versions count by
 */
record PushedCuration(CurationId id, long number, @Nullable Instant updatedAt, JsonNode payload) {
  /** What every JSON reader can tell apart; something newer always fits above. */
  private static final long HIGHEST = (1L << 53) - 1;

  private static final Duration CLOCKS_DIFFER = Duration.ofDays(1);

  private static final Set<String> NAMES =
      Set.of(
          "id",
          "source",
          "title",
          "link",
          "originalLink",
          "body",
          "summary",
          "author",
          "createdAt",
          "updatedAt",
          "version",
          "project",
          "type",
          "status",
          "fields",
          "topics",
          "tags",
          "image");
  private static final Pattern WEB =
      Pattern.compile("(?i)https?://[^/?#@\\\\\\s\\p{Cntrl}]+([/?#][^\\s\\p{Cntrl}]*)?");
  private static final int WORDS = 1000;
  private static final int LINK = 8192;
  private static final int LIST = 200;
  private static final int ROOM = 128 * 1024;

  /** Reads one; what is wrong goes to the checks, and then there is nothing. */
  static @Nullable PushedCuration read(
      Elements element, String source, @Nullable String givenId, Instant now, Checks checks) {
    JsonNode node = element.node();
    if (!node.isObject()) {
      checks.wrong(element.place(), "", "an object with title and link");
      return null;
    }
    checks.known(element, NAMES);
    checks.sound(element);
    if (!source.equals(node.path("source").asText(source))) {
      checks.wrong(element.place(), "source", "\"" + source + "\", which the token is for");
    }
    CurationId id = id(element, source, givenId, checks);
    checks.text(element, "title", true, WORDS);
    link(element, "link", true, checks);
    link(element, "originalLink", false, checks);
    link(element, "image", false, checks);
    checks.text(element, "body", false, Topics.RECORD_BYTES);
    checks.text(element, "summary", false, Topics.RECORD_BYTES);
    for (String name : new String[] {"author", "type", "status"}) {
      checks.text(element, name, false, WORDS);
    }
    checks.texts(element, "topics", LIST);
    checks.texts(element, "tags", LIST);
    objects(element, checks);
    var unused = checks.time(element, "createdAt");
    Instant updated = checks.time(element, "updatedAt");
    long number = number(element, updated, now, checks);
    if (node.toString().getBytes(StandardCharsets.UTF_8).length > Topics.RECORD_BYTES - ROOM) {
      checks.wrong(element.place(), "", "at most 4 MiB with all its names");
    }
    return id == null ? null : new PushedCuration(id, number, updated, stored(node, id));
  }

  /** What is known beside the payload. */
  CurationContext context() {
    Map<String, JsonNode> fields = new HashMap<>();
    payload.path("fields").properties().forEach(each -> fields.put(each.getKey(), each.getValue()));
    ProjectRef project =
        payload.path("project").isObject()
            ? new ProjectRef(
                null,
                Fields.text(payload, "project", "identifier"),
                Fields.text(payload, "project", "name"))
            : null;
    return new CurationContext(
        fields,
        project,
        Fields.text(payload, "type"),
        Fields.text(payload, "status"),
        Fields.text(payload, "author"),
        null,
        null);
  }

  /** The id, unless none can be so; {@code .} and {@code ..} would be places in paths. */
  static Optional<CurationId> idOf(String source, String id) {
    try {
      return id.equals(".") || id.equals("..")
          ? Optional.empty()
          : Optional.of(new CurationId(source, id));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static @Nullable CurationId id(
      Elements element, String source, @Nullable String givenId, Checks checks) {
    String own = Fields.id(element.node(), "id");
    String id = givenId == null ? own : givenId;
    if (givenId != null && element.node().has("id") && !givenId.equals(own)) {
      checks.wrong(element.place(), "id", "the id of the address, or nothing");
    }
    Optional<CurationId> read = idOf(source, id == null ? "" : id);
    if (read.isEmpty()) {
      checks.wrong(
          element.place(), "id", "1 to 128 letters, digits and . _ ~ -, but neither . nor ..");
    }
    return read.orElse(null);
  }

  private static void link(Elements element, String name, boolean required, Checks checks) {
    String text = checks.text(element, name, required, LINK);
    if (text != null && !(WEB.matcher(text).matches() && leadsSomewhere(text))) {
      checks.wrong(
          element.place(),
          name,
          "an http or https address with a host, with a port from 1 to 65535 if it has one, without user info, spaces and control characters");
    }
  }

  /** As capture will read it. */
  private static boolean leadsSomewhere(String link) {
    try {
      return WebAddress.parse(link).port() > 0;
    } catch (AddressRefusedException e) {
      return false;
    }
  }

  private static void objects(Elements element, Checks checks) {
    JsonNode project = element.node().path("project");
    if (!project.isMissingNode() && Fields.words(project, "identifier") == null) {
      checks.wrong(element.place(), "project", "an object with identifier and perhaps name");
    }
    JsonNode fields = element.node().path("fields");
    if (!fields.isMissingNode() && !(fields.isObject() && fields.size() <= LIST)) {
      checks.wrong(element.place(), "fields", "an object of at most %d fields".formatted(LIST));
    }
  }

  private static long number(
      Elements element, @Nullable Instant updated, Instant now, Checks checks) {
    JsonNode version = element.node().path("version");
    if (updated != null && updated.isAfter(now.plus(CLOCKS_DIFFER))) {
      checks.wrong(element.place(), "updatedAt", "a time that is not in the future");
      return 0;
    }
    if (version.isMissingNode()) {
      return UpdateTime.micros(updated == null ? now : updated, "updatedAt");
    }
    if (!version.isIntegralNumber()
        || !version.canConvertToLong()
        || version.longValue() < 0
        || version.longValue() > HIGHEST) {
      checks.wrong(element.place(), "version", "a whole number from 0 to " + HIGHEST);
      return 0;
    }
    return version.longValue();
  }

  private static JsonNode stored(JsonNode node, CurationId id) {
    ObjectNode copy = Json.mapper().createObjectNode();
    copy.setAll((ObjectNode) node);
    return copy.put("id", id.sourceId());
  }
}
