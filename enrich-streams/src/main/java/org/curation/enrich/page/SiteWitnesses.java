package org.curation.enrich.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.curation.enrich.page.html.LineText;
import org.curation.enrich.page.html.PageIndex;
import org.jsoup.nodes.Element;

/**
 * Names of the site that stand outside of what says so: titles of its feeds and of its search, and
 * the words or the logo of links to its entry. One of them alone may be anything ("Back", "All
 * stories"); it counts where the page's title ends or begins with it. Pure.
 */
final class SiteWitnesses {
  private static final int LONGEST = 60;

  /** What feeds and logos are called, around the name. */
  private static final Pattern AROUND =
      Pattern.compile(
          "(?iu)^(?:rss|atom|feed)\\s?(?:[:|-]|for\\b|von\\b)\\s?|^logo\\s(?:of\\s|von\\s)?"
              + "|\\s?(?:[-–—»›:|]\\s{0,2})?(?:(?:rss|atom|xml)\\s?)?(?:(?:2\\.0|feed|flux|rss|atom|logo)\\s?)$"
              + "|\\s[»›]\\s.{0,40}$");

  /** What links to a site's entry are called everywhere. */
  private static final Set<String> ANYWHERE =
      Set.of(
          "home",
          "homepage",
          "start",
          "startseite",
          "accueil",
          "inicio",
          "index",
          "blog",
          "news",
          "главная",
          "首页",
          "首頁",
          "ホーム",
          "トップ",
          "홈");

  private final Set<String> names = new LinkedHashSet<>();

  private SiteWitnesses() {}

  static SiteWitnesses in(PageIndex page) {
    SiteWitnesses witnesses = new SiteWitnesses();
    for (Element link : page.links()) {
      String rel = link.attr("rel").toLowerCase(Locale.ROOT);
      String type = link.attr("type");
      if ((rel.equals("alternate") && (type.contains("rss") || type.contains("atom")))
          || (rel.equals("search") && type.contains("opensearch"))) {
        witnesses.add(link.attr("title"));
      }
    }
    for (Element link : page.homeLinks()) {
      witnesses.add(LineText.of(link, LONGEST + 1));
      Element logo = link.selectFirst("img[alt]");
      if (logo != null) {
        witnesses.add(logo.attr("alt"));
      }
    }
    return witnesses;
  }

  private void add(String said) {
    String name = LineText.clean(LineText.cut(said, 4 * LONGEST));
    for (int i = 0; i < 2; i++) {
      name = AROUND.matcher(name).replaceFirst("").strip();
    }
    if (name.length() > 1
        && name.length() <= LONGEST
        && !ANYWHERE.contains(name.toLowerCase(Locale.ROOT))) {
      names.add(name);
    }
  }

  /** Those that the title ends or begins with, behind or before a mark that parts them. */
  List<String> at(String title) {
    List<String> found = new ArrayList<>();
    for (String name : names) {
      int rest = title.length() - name.length();
      boolean ends =
          rest > 1
              && title.regionMatches(true, rest, name, 0, name.length())
              && parts(title.substring(0, rest).stripTrailing(), true);
      boolean begins =
          rest > 1
              && title.regionMatches(true, 0, name, 0, name.length())
              && parts(title.substring(name.length()).stripLeading(), false);
      if (ends || begins) {
        found.add(name);
      }
    }
    return Collections.unmodifiableList(found);
  }

  private static boolean parts(String rest, boolean last) {
    return !rest.isEmpty()
        && "-–—―|_｜－·•:»«›‹~".indexOf(last ? rest.charAt(rest.length() - 1) : rest.charAt(0)) >= 0;
  }
}
