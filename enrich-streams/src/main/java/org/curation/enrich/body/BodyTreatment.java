package org.curation.enrich.body;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.curation.enrich.body.BodyRule.Format;
import org.curation.enrich.body.BodyRule.Links;
import org.curation.enrich.body.TreatedBody.Note;

/** Treats bodies as their lane says. Pure; never throws; safe for use by threads. */
public final class BodyTreatment {
  /** Some have one for the article and one for the site. */
  private static final int MOST_TRAILERS = 10;

  private BodyTreatment() {}

  /** A body as HTML, for those who want to know what readers see of it. */
  public static String asHtml(String body, BodyRule rule) {
    return rule.format() == BodyRule.Format.MARKDOWN ? MarkdownText.parse(body).html() : body;
  }

  /**
   * A body as its lane publishes it. Treating what came out once more changes nothing, as far as
   * the cleaner does so.
   *
   * @param body without control characters
   * @param cleaner what cleans an http address; for {@link Links#CLEANED}
   */
  public static TreatedBody treat(String body, BodyRule rule, UnaryOperator<String> cleaner) {
    List<Note> notes = new ArrayList<>();
    String text = body;
    if (rule.isSafe()) {
      text = sanitized(text, rule, notes);
    }
    if (rule.stripReadOn()) {
      String stripped = stripped(text, notes);
      // What ends a text now was in its middle before.
      text =
          rule.isSafe() && !stripped.equals(text)
              ? new BodySanitizer(rule).sanitize(stripped)
              : stripped;
    }
    if (rule.links() == Links.CLEANED) {
      text = cleaned(text, rule, cleaner, notes);
    }
    return new TreatedBody(text, notes);
  }

  private static String sanitized(String body, BodyRule rule, List<Note> notes) {
    BodySanitizer sanitizer = new BodySanitizer(rule);
    String safe = sanitizer.sanitize(body);
    String list =
        "%s, tags: %s".formatted(rule.format().name().toLowerCase(Locale.ROOT), rule.tags().name());
    if (sanitizer.isPlain()) {
      notes.add(new Note(list, "only the text could be kept"));
    } else if (!safe.equals(body)) {
      notes.add(new Note(list, sanitizer.removals().people()));
    }
    return safe;
  }

  private static String stripped(String body, List<Note> notes) {
    String text = body;
    for (int i = 0; i < MOST_TRAILERS; i++) {
      ReadOnTrailer.Stripped stripped = ReadOnTrailer.strip(text);
      if (stripped == null) {
        return text;
      }
      notes.add(new Note("trailer left out", stripped.trailer()));
      text = stripped.text();
    }
    return text;
  }

  private static String cleaned(
      String body, BodyRule rule, UnaryOperator<String> cleaner, List<Note> notes) {
    Format format = rule.isSafe() ? rule.format() : Format.HTML;
    BodyLinks.Cleaned cleaned = BodyLinks.clean(body, format, cleaner);
    if (cleaned.changed() == 0) {
      return body;
    }
    // Whatever a cleaner answers, what is published has passed the check.
    if (rule.isSafe() && !new BodySanitizer(rule).sanitize(cleaned.text()).equals(cleaned.text())) {
      notes.add(new Note("links kept", "cleaned ones could not be written safely"));
      return body;
    }
    notes.add(new Note("links cleaned", Integer.toString(cleaned.changed())));
    return cleaned.text();
  }
}
