package org.curation.enrich.description;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What describes a curated item best: the curator's own text when it says anything, else what the
 * page says.
 *
 * @param text in full length; empty when nothing is good
 * @param source of the text: {@code curator}, or a page's, for example {@code og:description}; null
 *     when there is none
 * @param language of the text; {@link Locale#ROOT} when it isn't known
 * @param judged all that was looked at
 */
public record ItemDescription(
    String text, @Nullable String source, Locale language, List<JudgedCandidate> judged) {
  /** Copies the list. */
  public ItemDescription {
    judged = List.copyOf(judged);
  }

  /**
   * Chooses.
   *
   * @param title of the item; null when it doesn't matter
   * @param body what the curator wrote, as HTML or Markdown
   */
  public static ItemDescription of(@Nullable String title, String body, DescribedPage page) {
    Predicate<String> none = text -> false;
    Judge judge = Judge.of(title, null, none);
    List<JudgedCandidate> judged = new ArrayList<>();
    judged.add(judge.judge(Judge.OWN, PlainText.spaced(body)));
    for (DescriptionCandidate candidate : page.descriptions()) {
      judged.add(judge.judge(candidate.source(), candidate.text()));
    }
    JudgedCandidate best = PageDescription.best(judged).orElse(null);
    if (best == null) {
      return new ItemDescription("", null, Locale.ROOT, judged);
    }
    String language = best.source().equals(Judge.OWN) ? null : page.language();
    return new ItemDescription(
        best.text(),
        best.source(),
        language == null ? Locale.ROOT : Locale.forLanguageTag(language),
        judged);
  }

  /** The text within a budget, in characters as readers count them. */
  public String cut(int budget) {
    return new Cutting(budget, language).cut(text);
  }
}
