package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.curation.enrich.description.DescriptionCandidate;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.Seen;
import org.curation.enrich.page.jsonld.LinkedNode;

/** All texts that a page's tags offer as its description, uncleaned, in the order of trust. */
final class DescriptionTags {
  private static final int MOST = 40;
  private static final int LONGEST = 20_000;

  private static final List<String> DUBLIN =
      List.of(
          "dc.description", "dcterms.description", "dcterms.abstract", "dc.description.abstract");

  private static final List<String> OTHERS =
      List.of(
          "parsely-description",
          "sailthru.description",
          "lead",
          "excerpt",
          "abstract",
          "summary",
          "citation_abstract",
          "weibo:article:description",
          "weibo:webpage:description",
          "article.summary",
          "bt:description",
          "thumbnail:description",
          "msapplication-tooltip");

  private final List<DescriptionCandidate> found = new ArrayList<>();

  private DescriptionTags() {}

  static List<DescriptionCandidate> in(PageIndex page, Optional<LinkedNode> main) {
    DescriptionTags tags = new DescriptionTags();
    tags.look(page, main);
    return List.copyOf(tags.found);
  }

  private void look(PageIndex page, Optional<LinkedNode> main) {
    page.metas().all("og:description").forEach(text -> add("og:description", text));
    page.metas().all("description").forEach(text -> add("meta:description", text));
    page.metas().all("twitter:description").forEach(text -> add("twitter:description", text));
    main.ifPresent(
        node -> node.texts("description").forEach(text -> add("json-ld:description", text)));
    for (Seen seen : page.properties()) {
      if (seen.central() && seen.element().attr("itemprop").equalsIgnoreCase("description")) {
        String content = seen.element().attr("content");
        add(
            "itemprop:description",
            content.isBlank() ? LineText.of(seen.element(), LONGEST) : content);
      }
    }
    for (String name : DUBLIN) {
      page.metas().all(name).forEach(text -> add("dc:description", text));
    }
    for (String name : OTHERS) {
      page.metas().all(name).forEach(text -> add("meta:" + name, text));
    }
    main.ifPresent(
        node -> node.texts("articleBody").forEach(text -> add("json-ld:articleBody", text)));
  }

  private void add(String source, String text) {
    if (!text.isBlank() && found.size() < MOST) {
      found.add(new DescriptionCandidate(source, LineText.cut(text, LONGEST)));
    }
  }
}
