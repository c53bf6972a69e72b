package org.curation.ingest.openproject.api;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.curation.ingest.openproject.Surroundings;
import org.curation.ingest.openproject.WorkPackageSchema;
import org.curation.ingest.openproject.api.Lookups.Found;
import org.curation.model.CurationContext.AttachmentRef;
import org.curation.model.CurationContext.ProjectRef;
import org.curation.model.CurationId;
import org.jspecify.annotations.Nullable;

/**
 * What stands around one work package, asked for when it is wanted, until a deadline. What can't be
 * had is empty, and {@link #gap} says why. For one thread.
 */
public final class ApiSurroundings implements Surroundings {
  private static final Duration LEAST = Duration.ofMillis(1);

  private final Lookups lookups;
  private final long deadline;
  private Reply.@Nullable Trouble gap;

  ApiSurroundings(Lookups lookups, Duration patience) {
    this.lookups = lookups;
    this.deadline = System.nanoTime() + patience.toNanos();
  }

  @Override
  public Optional<WorkPackageSchema> schema(String href) {
    return noted(lookups.schema(href, left()));
  }

  @Override
  public Optional<ProjectRef> project(String href) {
    return noted(lookups.project(href, left()));
  }

  @Override
  public Optional<List<AttachmentRef>> attachments(CurationId id) {
    return noted(lookups.attachments(id, left()));
  }

  @Override
  public boolean isComplete() {
    return gap == null;
  }

  /** Why something is missing; empty when nothing was asked for in vain. */
  public Optional<Reply.Trouble> gap() {
    return Optional.ofNullable(gap);
  }

  private Duration left() {
    Duration left = Duration.ofNanos(deadline - System.nanoTime());
    return left.compareTo(LEAST) < 0 ? LEAST : left;
  }

  private <T> Optional<T> noted(Found<T> found) {
    return switch (found) {
      case Lookups.Known<T> known -> Optional.of(known.value());
      case Lookups.Missing<T> missing -> {
        // The trouble that concerns everything says more than a gap at one item.
        if (gap == null || concernsEverything(missing.trouble())) {
          gap = missing.trouble();
        }
        yield Optional.empty();
      }
    };
  }

  /** Whether asking for anything else would meet the same trouble. */
  public static boolean concernsEverything(Reply.Trouble trouble) {
    return trouble instanceof Reply.Unauthorized
        || trouble instanceof Reply.Throttled
        || trouble instanceof Reply.Unreachable
        || trouble instanceof Reply.TimedOut;
  }
}
