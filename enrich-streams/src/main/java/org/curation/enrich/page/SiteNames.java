package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.curation.enrich.page.html.WebAddress;
import org.curation.enrich.page.jsonld.LinkedData;
import org.curation.enrich.page.jsonld.LinkedNode;
import org.curation.enrich.page.value.Candidate;
import org.curation.enrich.page.value.Field;
import org.jspecify.annotations.Nullable;

/**
 * The name of the site that a page belongs to, where the page says one. A host is no name, and
 * neither is what merely stands behind a dash in the title, unless both are one word.
 */
final class SiteNames {
  private static final int LONGEST = 100;

  /** Names that a site gives itself. */
  private static final List<String> OWN =
      List.of(
          "application-name",
          "publisher",
          "dc.publisher",
          "dcterms.publisher",
          "citation_journal_title",
          "apple-mobile-web-app-title",
          "cre:publisher",
          "sailthru.site");

  /** Names of programs for phones: they count when the title says them, or a bare title's host. */
  private static final List<String> PROGRAMS =
      List.of(
          "al:ios:app_name",
          "al:android:app_name",
          "al:iphone:app_name",
          "twitter:app:name:iphone",
          "twitter:app:name:googleplay",
          "twitter:app:name:ipad");

  private final PageIndex page;
  private final List<Candidate<String>> found = new ArrayList<>();
  private final List<String> witnesses = new ArrayList<>();

  private SiteNames(PageIndex page) {
    this.page = page;
  }

  static Field<String> in(PageIndex page, LinkedData data, Optional<LinkedNode> main) {
    SiteNames names = new SiteNames(page);
    names.look(data, main);
    return names.choose();
  }

  private void look(LinkedData data, Optional<LinkedNode> main) {
    tags(List.of("og:site_name", "og:site-name", "og:site"));
    main.ifPresent(node -> publisher(node, "publisher"));
    data.nodes().stream()
        .filter(LinkedNode::isArticle)
        .forEach(node -> publisher(node, "publisher"));
    data.nodes().stream()
        .filter(node -> node.is("website"))
        .forEach(node -> node.text("name").ifPresent(name -> add(name, "json-ld:WebSite")));
    main.ifPresent(
        node -> {
          publisher(node, "sourceOrganization");
          node.nodes("isPartOf").stream()
              .filter(part -> part.is("website") || part.is("periodical") || part.is("newspaper"))
              .forEach(part -> part.text("name").ifPresent(name -> add(name, "json-ld:isPartOf")));
        });
    tags(OWN);
    String title = page.titles().isEmpty() ? "" : LineText.of(page.titles().get(0), 500);
    // A title that ends in another name says that the program is called differently.
    boolean named = TitleAffixes.ends(LineText.clean(title)).size() > 1;
    String evidence = LineText.folded(named ? title : title + " " + WebAddress.host(page.url()));
    titled(LineText.clean(title));
    witnesses.addAll(SiteWitnesses.in(page).at(LineText.clean(title)));
    for (Candidate<String> tag : page.metas().candidates(PROGRAMS)) {
      String name = LineText.folded(tag.value());
      if (name.length() > 2 && evidence.contains(name)) {
        add(tag.value(), tag.source());
      }
    }
  }

  /** A part at an end of the title that is the host's own word: two places say it. */
  private void titled(String title) {
    Set<String> labels = new HashSet<>();
    for (String label : WebAddress.host(page.url()).split("\\.")) {
      if (label.length() > 3) {
        labels.add(label.replace("-", ""));
      }
    }
    for (String part : TitleAffixes.ends(title)) {
      String folded = LineText.folded(part);
      if (labels.contains(folded) || labels.contains(folded.replaceFirst("^the", ""))) {
        add(part, "title");
      }
    }
  }

  private void tags(List<String> names) {
    page.metas().candidates(names).forEach(tag -> add(tag.value(), tag.source()));
  }

  private void publisher(LinkedNode node, String key) {
    for (LinkedNode publisher : node.nodes(key)) {
      publisher.text("name").ifPresent(name -> add(name, "json-ld:" + key));
    }
    node.plain(key).forEach(name -> add(name, "json-ld:" + key));
  }

  private void add(String raw, String source) {
    String name = LineText.clean(raw);
    boolean address =
        name.contains("://")
            || name.startsWith("//")
            || name.startsWith("www.") && name.contains("/");
    if (!name.isEmpty()
        && name.length() <= LONGEST
        && !address
        && !name.startsWith("@")
        && !name.contains("{{")
        && !name.contains("${")) {
      found.add(new Candidate<>(name, source));
    }
  }

  /** One that is only the title again isn't taken while there is another. */
  private Field<String> choose() {
    String title =
        page.metas().first("og:title").map(LineText::clean).map(LineText::folded).orElse("");
    Candidate<String> chosen =
        found.stream()
            .filter(each -> !LineText.folded(each.value()).equals(title))
            .findFirst()
            .orElse(found.isEmpty() ? null : found.get(0));
    List<Candidate<String>> all = new ArrayList<>(found);
    witnesses.forEach(name -> all.add(new Candidate<>(name, "link")));
    return Field.of(lessSlogan(new SiteVotes(page, all).over(chosen)), all);
  }

  /** "Kilns - all about clay" is Kilns where another place says so. */
  private @Nullable Candidate<String> lessSlogan(@Nullable Candidate<String> chosen) {
    if (chosen == null) {
      return null;
    }
    List<String> ends = TitleAffixes.ends(chosen.value());
    String first = ends.isEmpty() ? "" : ends.get(ends.size() - 1);
    String folded = LineText.folded(first);
    String title = page.titles().isEmpty() ? "" : LineText.of(page.titles().get(0), 500);
    boolean said =
        folded.length() > 2
            && (found.stream().anyMatch(each -> LineText.folded(each.value()).equals(folded))
                || TitleAffixes.ends(LineText.clean(title)).stream()
                    .anyMatch(end -> LineText.folded(end).equals(folded)));
    return said ? new Candidate<>(first, chosen.source()) : chosen;
  }
}
