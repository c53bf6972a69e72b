package org.curation.enrich.archetype;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import org.curation.enrich.yaml.Place;

/** Reads templates. Problems are reported and skipped, so that one reading finds all of them. */
final class TemplateParser {
  private static final String OPEN = "${";

  private final VariableNames names;

  TemplateParser(VariableNames names) {
    this.names = names;
  }

  /** Reads a template that stands on one line, or whose lines don't matter. */
  Template parse(String text, Place place) {
    return parse(text, lines -> place);
  }

  /** Reads a template of many lines, the first of which is the place's. */
  Template parseLines(String text, Place place) {
    return parse(text, lines -> place.line(place.line() + lines));
  }

  private Template parse(String text, IntFunction<Place> placeAfterLines) {
    List<Template.Part> parts = new ArrayList<>();
    StringBuilder literal = new StringBuilder();
    int lines = 0;
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("$" + OPEN, at)) {
        literal.append(OPEN);
        at += 1 + OPEN.length();
      } else if (text.startsWith(OPEN, at)) {
        flush(literal, parts);
        PlaceholderParser parser = new PlaceholderParser(text, at + OPEN.length(), names);
        try {
          parts.add(new Template.Hole(parser.parse()));
        } catch (TemplateSyntaxException e) {
          placeAfterLines.apply(lines).problem(String.valueOf(e.getMessage()));
        }
        lines += (int) text.substring(at, parser.end()).chars().filter(c -> c == '\n').count();
        at = parser.end();
      } else {
        lines += text.charAt(at) == '\n' ? 1 : 0;
        literal.append(text.charAt(at));
        at++;
      }
    }
    flush(literal, parts);
    return new Template(parts);
  }

  private static void flush(StringBuilder literal, List<Template.Part> parts) {
    if (!literal.isEmpty()) {
      parts.add(new Template.Literal(literal.toString()));
      literal.setLength(0);
    }
  }
}
