package org.curation.enrich.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.curation.enrich.page.text.ArticleText;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * What describes a page best. The page's article is looked for only when no tag says anything good.
 *
 * @param text cleaned, in full length, an ellipsis of its source kept; null when nothing is good
 * @param source of the text; null when there is none
 * @param judged all that was looked at, tags first
 */
public record PageDescription(
    @Nullable String text, @Nullable String source, List<JudgedCandidate> judged) {
  /** Of a text that is the whole article. */
  private static final Cutting BEGINNING = new Cutting(300, Locale.ROOT);

  /** Copies the list. */
  public PageDescription {
    judged = List.copyOf(judged);
  }

  /**
   * Chooses. Any page gives a result and stays as it is.
   *
   * @param tagged what the page's tags say, not cleaned
   * @param title of the page, null when there is none
   * @param siteName null when there is none
   */
  public static PageDescription of(
      List<DescriptionCandidate> tagged,
      Document page,
      @Nullable String title,
      @Nullable String siteName) {
    return of(tagged, page, () -> ArticleText.of(page), title, siteName);
  }

  /** Chooses, when the page's article may be known already. */
  public static PageDescription of(
      List<DescriptionCandidate> tagged,
      Document page,
      Supplier<ArticleText> article,
      @Nullable String title,
      @Nullable String siteName) {
    Judge judge = Judge.of(title, siteName, new Slogans(page, siteName));
    List<JudgedCandidate> judged = new ArrayList<>();
    for (DescriptionCandidate candidate : tagged) {
      String text = Cleaning.ofTag(candidate.text());
      boolean body = candidate.source().equals(Judge.BODY);
      judged.add(judge.judge(candidate.source(), body ? BEGINNING.cut(text) : text));
    }
    if (best(judged).map(JudgedCandidate::score).orElse(0) < Judge.PARAGRAPH_SCORE) {
      String first = article.get().first();
      if (first != null) {
        judged.add(judge.judge(Judge.PARAGRAPH, Cleaning.ofText(first)));
      }
    }
    JudgedCandidate best = best(judged).orElse(null);
    return best == null
        ? new PageDescription(null, null, judged)
        : new PageDescription(best.text(), best.source(), judged);
  }

  /** All that was looked at, cleaned, without what was thought of it. */
  public List<DescriptionCandidate> candidates() {
    return judged.stream()
        .map(candidate -> new DescriptionCandidate(candidate.source(), candidate.text()))
        .toList();
  }

  /** The usable one with the highest score; the first of several. */
  static Optional<JudgedCandidate> best(List<JudgedCandidate> judged) {
    JudgedCandidate best = null;
    for (JudgedCandidate candidate : judged) {
      if (candidate.usable() && (best == null || candidate.score() > best.score())) {
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }
}
