package org.curation.standalone;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.curation.ingest.source.Excerpt;
import org.curation.model.AcceptedCuration;
import org.curation.model.Document;
import org.curation.model.Provenance;
import org.curation.model.Provenance.Candidate;
import org.curation.model.Provenance.Change;
import org.curation.model.Provenance.Field;
import org.curation.model.Provenance.Step;
import org.curation.model.Publication;
import org.jspecify.annotations.Nullable;

/** What is known of a curation, for people. Texts of others are shortened and shown harmlessly. */
public final class ExplainText {
  private final List<String> lines = new ArrayList<>();

  private ExplainText() {}

  /** The lines of a page about a curation. */
  public static List<String> of(Explained explained) {
    ExplainText text = new ExplainText();
    text.outcome(explained);
    Document document = explained.document();
    if (document != null) {
      text.document(document);
    }
    explained.publications().forEach(text::publication);
    return text.lines;
  }

  private void outcome(Explained explained) {
    AcceptedCuration accepted = explained.accepted();
    if (accepted == null) {
      lines.add(
          "%s has no outcome yet: a document that is left of an earlier log."
              .formatted(explained.id()));
      return;
    }
    String reason = accepted.reason();
    lines.add(
        "%s is %s%s (version %s)"
            .formatted(
                explained.id(),
                word(accepted.state()),
                reason == null ? "" : ": " + line(reason),
                accepted.version()));
    if (accepted.state() == AcceptedCuration.State.DEAD_LETTERED) {
      lines.add("  see: curate dead-letters list --key " + explained.id());
    }
  }

  private void document(Document document) {
    Provenance provenance = document.provenance();
    lines.add(
        "  document %s, revision %d, %s"
            .formatted(
                Excerpt.of(document.documentId()), document.revision(), word(document.state())));
    lines.add("  address %s, file %s".formatted(document.address(), document.path()));
    if (provenance.lane() != null) {
      lines.add("  lane %s, archetype %s".formatted(provenance.lane(), provenance.archetype()));
    }
    heading("Values", provenance.fields());
    provenance.fields().forEach(this::field);
    heading("Decisions", provenance.steps());
    provenance.steps().forEach(this::step);
  }

  private void heading(String heading, List<?> of) {
    if (!of.isEmpty()) {
      lines.add(heading);
    }
  }

  private void field(Field field) {
    String source = field.source();
    lines.add(
        "  %-18s %s".formatted(field.field(), field.value() == null ? "-" : line(field.value())));
    lines.add(
        "  %-18s   %s%s"
            .formatted("", field.rule(), source == null ? "" : ", from " + line(source)));
    field.changes().forEach(this::change);
    field.others().forEach(this::candidate);
  }

  private void change(Change change) {
    lines.add(
        "  %-18s   %s: %s -> %s"
            .formatted("", change.rule(), orNothing(change.before()), orNothing(change.after())));
  }

  private void candidate(Candidate candidate) {
    lines.add(
        "  %-18s   not %s: %s%s"
            .formatted(
                "",
                candidate.source(),
                line(candidate.value()),
                candidate.reason() == null ? "" : " (" + line(candidate.reason()) + ")"));
  }

  private void step(Step step) {
    String detail = step.detail();
    lines.add(
        "  %-18s %s%s"
            .formatted(
                Excerpt.of(step.what()),
                line(step.rule()),
                detail == null ? "" : "  (" + line(detail) + ")"));
  }

  private void publication(Publication publication) {
    lines.add(
        "Store %s: %s at %s as %s"
            .formatted(
                publication.store(),
                publication.outcome().name().toLowerCase(Locale.ROOT),
                publication.publishedAt(),
                publication.location()));
  }

  private static String orNothing(@Nullable String text) {
    return text == null ? "nothing" : line(text);
  }

  private static String line(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cf}]", " ");
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
