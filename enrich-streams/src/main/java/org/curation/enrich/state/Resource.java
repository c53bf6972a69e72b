package org.curation.enrich.state;

import java.util.Objects;
import org.curation.enrich.page.PageMetadata;
import org.curation.model.Capture;
import org.curation.model.ImageFacts;
import org.jspecify.annotations.Nullable;

/**
 * One resource of a curation: what was asked for, and what came back.
 *
 * @param number of the newest request; answers to older ones are ignored
 * @param url what is wanted; empty when nothing is wanted any more (the number is kept, so that an
 *     old answer never passes for a new one)
 * @param answer null while the answer is outstanding
 */
public record Resource(long number, String url, String fileName, @Nullable Answer answer) {
  /** Requires the texts. */
  public Resource {
    Objects.requireNonNull(url, "url");
    Objects.requireNonNull(fileName, "fileName");
  }

  /**
   * What came back, without the page's HTML: that stays in {@code curation.captures}.
   *
   * @param reason why there is no content, for people
   */
  public record Answer(
      Capture.Result result,
      @Nullable String reason,
      @Nullable PageMetadata page,
      @Nullable ImageFacts image) {}

  /** Whether something is asked for and has not been answered. */
  public boolean pending() {
    return !url.isEmpty() && answer == null;
  }

  /** This resource with an answer. */
  public Resource answered(Answer answer) {
    return new Resource(number, url, fileName, answer);
  }
}
