package org.curation.enrich.body;

import java.util.function.UnaryOperator;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.BodyRule.Links;

/** Rules and treatments for tests. */
final class Bodies {
  static final BodyRule HTML = rule(Format.HTML, SafeTags.ARTICLE);
  static final BodyRule MARKDOWN = rule(Format.MARKDOWN, SafeTags.ARTICLE);

  private Bodies() {}

  static BodyRule rule(Format format, SafeTags tags) {
    return new BodyRule(format, tags, Links.AS_CURATED, false);
  }

  static TreatedBody treat(String body, BodyRule rule) {
    return BodyTreatment.treat(body, rule, UnaryOperator.identity());
  }

  static String html(String body) {
    return treat(body, HTML).text();
  }

  static String markdown(String body) {
    return treat(body, MARKDOWN).text();
  }
}
