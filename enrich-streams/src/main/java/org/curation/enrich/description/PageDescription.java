package org.curation.enrich.description;

import java.util.List;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What describes a page best.
 *
 * @param text null when nothing is good
 * @param source of the text; null when there is none
 * @param candidates all that were looked at
 */
public record PageDescription(
    @Nullable String text, @Nullable String source, List<DescriptionCandidate> candidates) {
  /** Copies the list. */
  public PageDescription {
    candidates = List.copyOf(candidates);
  }

  /** Chooses. The page stays as it is. */
  public static PageDescription of(
      List<DescriptionCandidate> tagged,
      Document page,
      @Nullable String title,
      @Nullable String siteName) {
    return tagged.isEmpty()
        ? new PageDescription(null, null, tagged)
        : new PageDescription(tagged.get(0).text(), tagged.get(0).source(), tagged);
  }
}
