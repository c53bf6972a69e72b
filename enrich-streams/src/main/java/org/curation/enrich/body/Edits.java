package org.curation.enrich.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Changes at places of a text. For use by one thread. */
final class Edits {
  private final List<Edit> list = new ArrayList<>();

  private record Edit(int start, int end, String text) {}

  void replace(int start, int end, String text) {
    list.add(new Edit(start, end, text));
  }

  void remove(int start, int end) {
    if (start < end) {
      replace(start, end, "");
    }
  }

  /** The changed text; the same object without changes. Of two that overlap the first counts. */
  String apply(String text) {
    if (list.isEmpty()) {
      return text;
    }
    list.sort(Comparator.comparingInt(Edit::start));
    StringBuilder changed = new StringBuilder(text.length());
    int from = 0;
    for (Edit edit : list) {
      if (edit.start() >= from) {
        changed.append(text, from, edit.start()).append(edit.text());
        from = edit.end();
      }
    }
    return changed.append(text, from, text.length()).toString();
  }
}
