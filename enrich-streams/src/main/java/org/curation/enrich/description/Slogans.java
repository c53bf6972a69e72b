package org.curation.enrich.description;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a site says of itself on each of its pages: texts that are marked so, and what stands right
 * behind a heading that is the site's name. Looks at the page only when a text is short enough for
 * a slogan, and once. Belongs to one thread.
 */
final class Slogans implements Predicate<String> {
  private static final int LONGEST = 150;
  private static final int MOST = 5;
  private static final int MOST_HEADINGS = 20;
  private static final int FEWEST_WORDS = 6;
  private static final String MARKED =
      ".site-description, .tagline, .site-tagline, .slogan, .site-slogan, #tagline, #slogan,"
          + " #site-description";

  private final Document page;
  private final @Nullable String siteName;
  private final Set<String> marked = new HashSet<>();
  private final Set<Set<String>> beside = new LinkedHashSet<>();
  private boolean looked;

  Slogans(Document page, @Nullable String siteName) {
    this.page = page;
    this.siteName = siteName;
  }

  @Override
  public boolean test(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    if (!looked) {
      looked = true;
      look();
    }
    return marked.contains(Folded.of(text)) || isBeside(words(text));
  }

  private void look() {
    page.select(MARKED).stream()
        .limit(MOST)
        .map(element -> Folded.of(element.text()))
        .forEach(marked::add);
    String site = siteName == null ? "" : Folded.of(siteName);
    if (site.isEmpty()) {
      return;
    }
    for (Element heading : page.select("h1, h2").stream().limit(MOST_HEADINGS).toList()) {
      Element next = heading.nextElementSibling();
      if (next != null && Folded.of(heading.text()).equals(site)) {
        String text = next.text();
        if (text.length() <= LONGEST) {
          beside.add(words(text));
        }
      }
    }
  }

  /** Tags and pages of one site word it a little differently. */
  private boolean isBeside(Set<String> words) {
    for (Set<String> slogan : beside) {
      Set<String> both = new HashSet<>(slogan);
      both.retainAll(words);
      if (both.size() >= FEWEST_WORDS && 5 * both.size() >= 4 * words.size()) {
        return true;
      }
    }
    return false;
  }

  private static Set<String> words(String text) {
    return new LinkedHashSet<>(
        Arrays.asList(text.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+")));
  }
}
