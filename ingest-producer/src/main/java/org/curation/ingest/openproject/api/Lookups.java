package org.curation.ingest.openproject.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.curation.ingest.openproject.Attachments;
import org.curation.ingest.openproject.WorkPackageContext;
import org.curation.ingest.openproject.WorkPackageSchema;
import org.curation.ingest.source.MalformedRecordException;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;

/**
 * Asks for what stands around work packages. Schemas and projects are remembered for a while, as
 * many items share them; failures are not. Safe for use by threads.
 */
final class Lookups {
  private static final int MOST = 5000;
  private static final Pattern SCHEMA =
      Pattern.compile("/api/v3/work_packages/schemas/\\d{1,18}-\\d{1,18}");
  private static final Pattern PROJECT = Pattern.compile("/api/v3/projects/\\d{1,18}");

  private final OpenProjectClient client;
  private final long lifeNanos;
  private final LongSupplier nanos;
  private final Map<String, Kept> kept = new LinkedHashMap<>();

  /** Something that was looked up. */
  sealed interface Found<T> {}

  /** It is there. */
  record Known<T>(T value) implements Found<T> {}

  /** It can't be had now. */
  record Missing<T>(Reply.Trouble trouble) implements Found<T> {}

  private record Kept(Object value, long since) {}

  Lookups(OpenProjectClient client, Duration life, LongSupplier nanos) {
    this.client = client;
    this.lifeNanos = life.toNanos();
    this.nanos = nanos;
  }

  Found<WorkPackageSchema> schema(String href, Duration patience) {
    return shared(href, SCHEMA, "Schema", patience, WorkPackageSchema.class, WorkPackageSchema::of);
  }

  Found<ProjectRef> project(String href, Duration patience) {
    return shared(
        href,
        PROJECT,
        "Project",
        patience,
        ProjectRef.class,
        body -> {
          ProjectRef project = WorkPackageContext.project(body);
          if (project == null) {
            throw new MalformedRecordException("identifier", "the project's identifier");
          }
          return project;
        });
  }

  Found<List<AttachmentRef>> attachments(CurationId id, Duration patience) {
    String path = WorkPackageQuery.one(id.sourceId()) + "/attachments";
    return read(path, client.get(path, "Collection", patience), Attachments::of);
  }

  /** Forgets what it has, so that new names are seen. */
  void forget() {
    synchronized (kept) {
      kept.clear();
    }
  }

  private <T> Found<T> shared(
      String href,
      Pattern form,
      String type,
      Duration patience,
      Class<T> kind,
      Function<JsonNode, T> reader) {
    String path = client.path(href);
    if (!form.matcher(path).matches()) {
      return new Missing<>(new Reply.Malformed("A " + type + " with an unusual address"));
    }
    synchronized (kept) {
      Kept known = kept.get(path);
      if (known != null && nanos.getAsLong() - known.since() < lifeNanos) {
        return new Known<>(kind.cast(known.value()));
      }
    }
    Found<T> found = read(path, client.get(path, type, patience), reader);
    synchronized (kept) {
      kept.remove(path);
      if (found instanceof Known<T> known) {
        if (kept.size() >= MOST) {
          kept.clear();
        }
        kept.put(path, new Kept(known.value(), nanos.getAsLong()));
      }
    }
    return found;
  }

  private static <T> Found<T> read(String path, Reply reply, Function<JsonNode, T> reader) {
    return switch (reply) {
      case Reply.Trouble trouble -> new Missing<>(trouble);
      case Reply.Answer answer -> {
        try {
          yield new Known<>(reader.apply(answer.body()));
        } catch (MalformedRecordException e) {
          yield new Missing<>(new Reply.Malformed(path + ": " + e.getMessage()));
        }
      }
    };
  }
}
