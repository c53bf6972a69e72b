package org.curation.enrich.document;

import java.util.ArrayList;
import java.util.List;
import org.curation.enrich.page.PageSummary;
import org.curation.model.Provenance.Candidate;
import org.curation.model.Provenance.Change;
import org.curation.model.Provenance.Field;
import org.jspecify.annotations.Nullable;

/** Collects how the values of one document came about, in bounds. Belongs to one thread. */
final class FieldLog {
  private static final int MAX_VALUE = 300;
  private static final int MAX_LIST = 20;

  private final List<Field> fields = new ArrayList<>();

  /** A value that nothing else could have been. */
  void add(String field, @Nullable String value, String rule, @Nullable String source) {
    add(field, value, rule, source, List.of(), List.of());
  }

  /** A value that the linked page gives. */
  void add(String field, PageSummary.Value value) {
    add(
        field,
        value.text(),
        "page",
        value.source(),
        List.of(),
        value.others().stream()
            .map(other -> new Candidate(other.source(), other.text(), null))
            .toList());
  }

  /** A value with what was done to it and what else there was. */
  void add(
      String field,
      @Nullable String value,
      String rule,
      @Nullable String source,
      List<Change> changes,
      List<Candidate> others) {
    fields.add(
        new Field(
            field,
            shown(value),
            rule,
            shown(source),
            changes.stream()
                .limit(MAX_LIST)
                .map(it -> new Change(it.rule(), shown(it.before()), shown(it.after())))
                .toList(),
            others.stream()
                .limit(MAX_LIST)
                .map(it -> new Candidate(it.source(), bounded(it.value()), shown(it.reason())))
                .toList()));
  }

  List<Field> fields() {
    return List.copyOf(fields);
  }

  private static @Nullable String shown(@Nullable String text) {
    return text == null ? null : bounded(text);
  }

  private static String bounded(String text) {
    if (text.length() <= MAX_VALUE) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(MAX_VALUE - 1)) ? MAX_VALUE - 1 : MAX_VALUE;
    return text.substring(0, end) + "…";
  }
}
