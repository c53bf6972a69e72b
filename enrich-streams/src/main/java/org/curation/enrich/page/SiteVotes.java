package org.curation.enrich.page;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.WebAddress;
import org.curation.enrich.page.value.Candidate;
import org.jspecify.annotations.Nullable;

/**
 * Finds that a site's name is only a section's ("U.S.", "Homepage"), because other places agree.
 */
final class SiteVotes {
  private final PageIndex page;
  private final Map<String, Set<String>> places = new LinkedHashMap<>();
  private final List<Candidate<String>> all;

  SiteVotes(PageIndex page, List<Candidate<String>> all) {
    this.page = page;
    this.all = all;
    for (Candidate<String> each : all) {
      vote(each.value(), kind(each.source()));
    }
    String title = page.titles().isEmpty() ? "" : LineText.of(page.titles().get(0), 500);
    TitleAffixes.ends(LineText.clean(title)).forEach(end -> vote(end, "title"));
    for (String label : WebAddress.host(page.url()).split("\\.")) {
      vote(label, "host");
    }
  }

  /** Another name for which two places more speak, when only its own tag says the chosen one. */
  @Nullable Candidate<String> over(@Nullable Candidate<String> chosen) {
    if (chosen == null || !chosen.source().startsWith("og:") || votes(chosen.value()) > 1) {
      return chosen;
    }
    for (Candidate<String> each : all) {
      if (!each.source().startsWith("og:") && votes(each.value()) > 2) {
        return each;
      }
    }
    return chosen;
  }

  private void vote(String name, String place) {
    String folded = LineText.folded(name);
    if (folded.length() > 2) {
      places.computeIfAbsent(folded, unused -> new HashSet<>()).add(place);
    }
  }

  private int votes(String name) {
    return places.getOrDefault(LineText.folded(name), Set.of()).size();
  }

  private static String kind(String source) {
    return source.startsWith("json-ld") ? "json-ld" : source.startsWith("og:") ? "og" : source;
  }
}
