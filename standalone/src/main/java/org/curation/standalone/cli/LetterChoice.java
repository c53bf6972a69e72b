package org.curation.standalone.cli;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.curation.service.UserError;
import org.curation.service.letters.LetterFilter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which letters a decision is about: named ones, or those that filters choose. */
final class LetterChoice {
  @Mixin private LetterSelection selection = new LetterSelection();

  @Parameters(paramLabel = "ID", arity = "0..*", description = "Letters, as list shows them.")
  private List<String> ids = new ArrayList<>();

  @Option(names = "--all-open", description = "Every open letter.")
  private boolean allOpen;

  @Option(
      names = {"--yes", "-y"},
      description = "Really does it; needed when letters are chosen by filters.")
  private boolean yes;

  @Option(names = "--dry-run", description = "Says what would be done and changes nothing.")
  private boolean dryRun;

  boolean dryRun() {
    return dryRun;
  }

  /** The choice; refuses one that could hit more than was meant. */
  LetterFilter filter(Clock clock) {
    Set<String> named = new LinkedHashSet<>(ids);
    LetterFilter filter = selection.filter(named, clock);
    if (filter.isEmpty() && !allOpen) {
      throw new UserError(
          "No letters are chosen. Name them by id, choose them with --stage, --reason, --topic, --since or --key, or take --all-open.");
    }
    if (!named.isEmpty() && allOpen) {
      throw new UserError(
          "Letters are named and --all-open is given; only one of both can be meant.");
    }
    if (named.isEmpty() && !yes && !dryRun) {
      throw new UserError(
          "Filters may choose many letters. Look first with --dry-run, then repeat it with --yes.");
    }
    return filter;
  }
}
