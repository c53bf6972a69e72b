package org.curation.enrich.description;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.curation.enrich.page.text.ArticleText;
import org.jspecify.annotations.Nullable;

/**
 * What is remembered of a page for descriptions: extracted texts, never the page.
 *
 * @param descriptions the usable ones, cleaned and completed, the best first; at most {@value
 *     #MOST} of at most {@value #LONGEST} characters each
 * @param language of the page as a tag of BCP 47; null when it isn't known
 */
public record DescribedPage(List<DescriptionCandidate> descriptions, @Nullable String language) {
  /** A page of which nothing is known. */
  public static final DescribedPage UNKNOWN = new DescribedPage(List.of(), null);

  private static final int MOST = 5;
  private static final int LONGEST = 2000;

  /** Copies the list. */
  public DescribedPage {
    descriptions = descriptions == null ? List.of() : List.copyOf(descriptions);
  }

  /**
   * Keeps what is needed. A text that its source had cut is completed from what begins alike: other
   * tags first, then the article.
   */
  public static DescribedPage of(
      PageDescription description, Supplier<ArticleText> article, @Nullable String language) {
    List<JudgedCandidate> usable = new ArrayList<>(description.judged());
    usable.removeIf(candidate -> !candidate.usable());
    usable.sort((a, b) -> Integer.compare(b.score(), a.score()));
    Completion completion =
        new Completion(
            usable.stream().map(JudgedCandidate::text).toList(), () -> article.get().paragraphs());
    List<DescriptionCandidate> kept = new ArrayList<>();
    for (JudgedCandidate candidate : usable) {
      if (kept.size() == MOST) {
        break;
      }
      String text = bounded(completion.of(candidate.text()));
      if (kept.stream().noneMatch(other -> other.text().equals(text))) {
        kept.add(new DescriptionCandidate(candidate.source(), text));
      }
    }
    return new DescribedPage(kept, language);
  }

  private static String bounded(String text) {
    if (text.length() <= LONGEST) {
      return text;
    }
    boolean splits = Character.isHighSurrogate(text.charAt(LONGEST - 1));
    return text.substring(0, splits ? LONGEST - 1 : LONGEST);
  }
}
