package org.curation.enrich.archetype;

import org.curation.enrich.yaml.Place;
import org.jspecify.annotations.Nullable;

/**
 * An archetype file cut in two.
 *
 * @param yaml the front matter, with empty lines before it so that its lines count as in the file
 * @param body without the line breaks around it
 * @param bodyLine where the body begins, from 1
 */
record ArchetypeText(String yaml, String body, int bodyLine) {
  private static final String FENCE = "---";

  /** Cuts a file; null when the fences aren't there, which is reported. */
  static @Nullable ArchetypeText cut(String file, Place place) {
    String text = file.replace("\r\n", "\n");
    if (text.startsWith("\ufeff")) {
      text = text.substring(1);
    }
    String[] lines = text.split("\n", -1);
    if (!lines[0].stripTrailing().equals(FENCE)) {
      place.line(1).problem("must begin with a line \"---\", then front matter, then \"---\"");
      return null;
    }
    StringBuilder yaml = new StringBuilder("\n");
    for (int i = 1; i < lines.length; i++) {
      if (lines[i].stripTrailing().equals(FENCE)) {
        return withBody(yaml.toString(), lines, i + 1);
      }
      yaml.append(lines[i]).append('\n');
    }
    place.line(1).problem("the front matter has no closing line \"---\"");
    return null;
  }

  private static ArchetypeText withBody(String yaml, String[] lines, int from) {
    int first = from;
    while (first < lines.length && lines[first].isBlank()) {
      first++;
    }
    StringBuilder body = new StringBuilder();
    for (int i = first; i < lines.length; i++) {
      body.append(i == first ? "" : "\n").append(lines[i]);
    }
    return new ArchetypeText(yaml, body.toString().stripTrailing(), first + 1);
  }
}
