package org.curation.standalone;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
import org.curation.ingest.source.IngestReport;
import org.curation.ingest.source.IngestReport.Example;
import org.curation.ingest.source.IngestReport.Tally;
import org.curation.model.topic.Json;

/** A run's result for people and for programs. Pure. */
public final class RunText {
  private static final int SHOWN = 5;
  private static final int SHOWN_LETTERS = 20;

  private RunText() {}

  /** A short table. */
  public static String forPeople(RunResult result, boolean everyItem) {
    StringBuilder text = new StringBuilder();
    IngestReport ingest = result.ingest();
    line(
        text,
        "Read %d things: %d records of %d items and %d offerings to publish; %d skipped, %d rejected, %d unreadable.",
        ingest.read(),
        ingest.records(),
        ingest.curations().size(),
        ingest.offerings(),
        IngestReport.total(ingest.skipped()),
        IngestReport.total(ingest.rejected()),
        IngestReport.total(ingest.deadLettered()));
    if (ingest.read() == 0) {
      line(text, "  note      nothing was found; a record is a .json or .jsonl file");
    }
    tallies(text, "skipped", ingest.skipped());
    tallies(text, "rejected", ingest.rejected());
    result.notes().forEach(note -> line(text, "  note      %s", note));
    if (everyItem) {
      text.append('\n');
      for (RunResult.Item item : result.items()) {
        line(text, "  %-22s %-13s %s", item.id(), name(item.outcome()), item.detail());
      }
      text.append('\n');
    }
    line(text, "%s in %.1f s.", counts(result), result.took().toMillis() / 1000.0);
    if (!result.letters().isEmpty()) {
      int open = result.letters().size();
      line(text, "%s open:", open == 1 ? "1 dead letter is" : open + " dead letters are");
      result.letters().stream()
          .limit(SHOWN_LETTERS)
          .forEach(
              letter -> line(text, "  %s  %s: %s", letter.id(), letter.reason(), letter.message()));
      if (open > SHOWN_LETTERS) {
        line(text, "  … and %d more; --json has them all", open - SHOWN_LETTERS);
      }
    }
    return text.toString();
  }

  /** One JSON object on one line. */
  public static String json(RunResult result) {
    ObjectNode root = Json.mapper().createObjectNode();
    IngestReport ingest = result.ingest();
    ObjectNode read = root.putObject("ingest");
    read.put("read", ingest.read());
    read.put("records", ingest.records());
    read.put("items", ingest.curations().size());
    read.put("offerings", ingest.offerings());
    read.put("withdrawnOfferings", ingest.withdrawn());
    read.set("skipped", Json.mapper().valueToTree(ingest.skipped()));
    read.set("rejected", Json.mapper().valueToTree(ingest.rejected()));
    read.set("deadLettered", Json.mapper().valueToTree(ingest.deadLettered()));
    ObjectNode counts = root.putObject("counts");
    for (RunResult.Outcome outcome : RunResult.Outcome.values()) {
      counts.put(name(outcome), result.counts().getOrDefault(outcome, 0L));
    }
    ArrayNode items = root.putArray("items");
    result
        .items()
        .forEach(
            item ->
                items
                    .addObject()
                    .put("id", item.id().toString())
                    .put("outcome", name(item.outcome()))
                    .put("detail", item.detail()));
    root.set("deadLetters", Json.mapper().valueToTree(result.letters()));
    root.set("notes", Json.mapper().valueToTree(result.notes()));
    root.put("seconds", result.took().toMillis() / 1000.0);
    return root.toString();
  }

  private static String counts(RunResult result) {
    if (result.counts().isEmpty()) {
      return "Nothing to publish";
    }
    StringBuilder text = new StringBuilder();
    result
        .counts()
        .forEach(
            (outcome, count) ->
                text.append(text.isEmpty() ? "" : ", ")
                    .append(count)
                    .append(' ')
                    .append(name(outcome)));
    return text.toString();
  }

  private static void tallies(StringBuilder text, String what, Map<String, Tally> tallies) {
    tallies.forEach(
        (reason, tally) -> {
          line(text, "  %-9s %d x %s", what, tally.count(), reason);
          if (!what.equals("skipped")) {
            tally.examples().stream()
                .limit(SHOWN)
                .forEach(example -> line(text, "            %s", describe(example)));
          }
        });
  }

  private static String describe(Example example) {
    return example.message().contains(example.origin())
        ? example.message()
        : "%s  %s".formatted(example.origin(), example.message());
  }

  private static String name(RunResult.Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(format.formatted(values).stripTrailing()).append('\n');
  }
}
