package org.curation.enrich.page.html;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Sentences of a text, which name people and days that are none of the page's own. Pure. */
final class Prose {
  private static final int FEWEST_WORDS = 8;

  private static final Pattern END = Pattern.compile("[.!?…][\"'”’»)]?$");

  private static final Pattern NAMED =
      Pattern.compile("^(?iu:by|von|par|por|door)\\s\\p{Lu}[\\p{L}.'’-]*\\s\\p{Lu}");

  /** "By Monday" says when. */
  private static final Pattern TIME =
      Pattern.compile(
          "(?i)^by\\s(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|july|august"
              + "|september|october|november|december|christmas|easter|halloween|thanksgiving"
              + "|(?:april|may|june)(?!\\s\\p{Lu}))\\b");

  private static final Pattern DATING =
      Pattern.compile(
          "(?iu)publi|posted|updat|modif|chang|review|created|veröffentlicht|aktualisiert|geändert|\\bstand\\b"
              + "|pubbl|aggiorna|actuali|atuali|mise? à jour|gepubliceerd|bijgewerkt");

  private Prose() {}

  /** Whether a line that speaks of somebody is a sentence, or quoted. */
  static boolean namesOther(TextNode text, String line) {
    return TIME.matcher(line).find()
        || (isSentence(line) && !NAMED.matcher(line).find())
        || (text.parent() instanceof Element around && around.closest("blockquote") != null);
  }

  /** Whether a line with a day in it is a sentence that says nothing of publishing. */
  static boolean tellsOther(String line) {
    return isSentence(line) && !DATING.matcher(line).find();
  }

  private static boolean isSentence(String line) {
    return END.matcher(line).find() && line.split("\\s", FEWEST_WORDS).length == FEWEST_WORDS;
  }
}
