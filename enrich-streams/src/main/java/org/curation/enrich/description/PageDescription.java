package org.curation.enrich.description;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
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

  private static final int SLOGAN = 150;
  private static final int MOST_SLOGANS = 5;
  private static final String SLOGANS =
      ".site-description, .tagline, .site-tagline, .slogan, .site-slogan, #tagline, #slogan,"
          + " #site-description";

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
    Judge judge = Judge.of(title, siteName, slogans(page));
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

  /** Looks at the page only when a text is short enough for a slogan, and once. */
  private static Predicate<String> slogans(Document page) {
    Set<String> slogans = new HashSet<>();
    AtomicBoolean looked = new AtomicBoolean();
    return text -> {
      if (text.length() > SLOGAN) {
        return false;
      }
      if (looked.compareAndSet(false, true)) {
        page.select(SLOGANS).stream()
            .limit(MOST_SLOGANS)
            .map(element -> Folded.of(element.text()))
            .forEach(slogans::add);
      }
      return slogans.contains(Folded.of(text));
    };
  }
}
