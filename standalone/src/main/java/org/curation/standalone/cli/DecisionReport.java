package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.curation.service.letters.LetterText;
import org.curation.service.letters.Outcome;
import org.curation.service.letters.Outcome.Kind;
import org.curation.service.letters.TakenOverException;

/** Prints what became of letters, and makes an exit code of it. */
final class DecisionReport implements Consumer<Outcome> {
  private final PrintWriter out;
  private final PrintWriter err;
  private final Format format;
  private final boolean dryRun;
  private final Map<Kind, Long> counts = new EnumMap<>(Kind.class);

  DecisionReport(PrintWriter out, PrintWriter err, Format format, boolean dryRun) {
    this.out = out;
    this.err = err;
    this.format = format;
    this.dryRun = dryRun;
  }

  @Override
  public void accept(Outcome outcome) {
    counts.merge(outcome.kind(), 1L, Long::sum);
    out.println(
        format == Format.JSON
            ? LetterText.outcomeJson(outcome, dryRun)
            : LetterText.outcome(outcome, dryRun));
  }

  /**
   * Runs and reports.
   *
   * @param decisions gives the ids that no letter has
   * @param done what is done when all goes well
   */
  int run(Supplier<Set<String>> decisions, Kind done) {
    try {
      Set<String> missing = decisions.get();
      missing.forEach(id -> err.printf("no dead letter is called %s%n", id));
      if (format == Format.TEXT) {
        out.printf(
            "%s %s, %d refused.%s%n",
            Counted.of(counts.getOrDefault(done, 0L), "letter"),
            done == Kind.REDRIVEN ? "redriven" : "discarded",
            counts.getOrDefault(Kind.REFUSED, 0L),
            dryRun ? " This was a dry run; nothing was changed." : "");
      }
      if (!missing.isEmpty()) {
        return Exit.USAGE;
      }
      return counts.containsKey(Kind.REFUSED) ? Exit.DEAD_LETTERS : Exit.OK;
    } catch (TakenOverException e) {
      err.println(e.getMessage());
      return Exit.FAILED;
    } finally {
      out.flush();
      err.flush();
    }
  }
}
