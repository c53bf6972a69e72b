package org.curation.ingest;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.curation.ingest.source.AcceptedView;
import org.curation.ingest.source.RunningSource;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Findings;
import org.curation.service.program.Program;
import org.curation.service.program.ProgramCommand;
import org.curation.service.program.ProgramContext;
import org.curation.service.program.RunningService;

/** The reading of sources as a program of its own. */
public final class IngestMain implements Program {
  /** Every kind of source; a configuration switches on what it has keys for. */
  private static final List<SourceKind> KINDS =
      List.of(
          new FolderSourceKind(),
          new OpenProjectSourceKind(),
          new ApiSourceKind(),
          new DropmarkSourceKind(),
          new OfferingsSourceKind());

  private IngestMain() {}

  /** Runs until it is told to stop. */
  public static void main(String[] arguments) {
    ProgramCommand.main(new IngestMain(), arguments);
  }

  @Override
  public String name() {
    return "ingest";
  }

  @Override
  public int port() {
    return 8081;
  }

  @Override
  public String purpose() {
    return "Reads the sources that are configured and publishes what they tell to curation.raw and curation.offerings.";
  }

  @Override
  public void check(Configuration configuration) {
    Findings findings = new Findings();
    findings.of(
        () ->
            wanted(configuration).isEmpty()
                ? List.of(
                    "No source is configured. Give at least one of %s (docs/sources.md)."
                        .formatted(
                            KINDS.stream().map(SourceKind::key).collect(Collectors.joining(", "))))
                : List.of());
    wanted(configuration).forEach(kind -> findings.of(() -> kind.problems(configuration)));
    findings.throwIfAny();
  }

  @Override
  public RunningService start(ProgramContext context) {
    AcceptedView accepted = new AcceptedView(context.connection());
    IngestContext shared =
        new IngestContext(
            context.configuration(),
            context.connection(),
            accepted,
            context.metrics(),
            context.metrics().stage("ingest"),
            context.clock());
    List<RunningSource> sources = new ArrayList<>();
    wanted(context.configuration()).forEach(kind -> sources.addAll(kind.create(shared)));
    for (RunningSource source : sources) {
      context.health().check(source.name(), source::failing);
      context
          .metrics()
          .gauge(
              "curation.reconciliation.refused",
              "Whether the last comparison with a source took nothing back because it would have been too much.",
              "source",
              source.name(),
              () -> source.refusal().isPresent());
    }
    accepted.start();
    List<RunningSource> started = new ArrayList<>();
    try {
      for (RunningSource source : sources) {
        source.start();
        started.add(source);
      }
    } catch (RuntimeException e) {
      new RunningSources(started, accepted).close();
      throw e;
    }
    return new RunningSources(sources, accepted);
  }

  private static List<SourceKind> wanted(Configuration configuration) {
    return KINDS.stream().filter(kind -> kind.wanted(configuration)).toList();
  }
}
