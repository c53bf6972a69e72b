package org.curation.standalone.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.curation.ingest.files.DirectorySource;
import org.curation.ingest.published.ArchiveImport;
import org.curation.ingest.published.IdentityImport;
import org.curation.ingest.published.PublishedSite;
import org.curation.ingest.published.SiteProblem;
import org.curation.ingest.source.AcceptedIndex;
import org.curation.ingest.source.IdentityPublisher;
import org.curation.ingest.source.IngestReport;
import org.curation.ingest.source.IngestRun;
import org.curation.ingest.source.KnownIdentities;
import org.curation.ingest.source.Source;
import org.curation.ingest.source.SourceItem;
import org.curation.model.CurationId;
import org.curation.service.KafkaConnection;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Takes over a site that was published before. */
@Command(
    name = "published",
    description = {
      "Imports the ids, addresses and places of a published site's documents, so that they are kept.",
      "With --documents also the documents, so that they are published as they are until their curation system tells of them. Do it before enrich sees the records.",
      "Exit codes: 0 fine, 1 failed, 2 wrong usage or configuration, 3 something could not be taken over."
    },
    mixinStandardHelpOptions = true)
final class IngestPublishedCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(paramLabel = "DIR", description = "The root of the published site.")
  @SuppressWarnings("NullAway.Init")
  private Path site;

  @Option(names = "--documents", description = "Imports the documents themselves, too.")
  private boolean documents;

  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "Saved records: documents that name no curation are found by their link in these.")
  private @Nullable Path from;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    KafkaConnection connection = cluster.connection();
    if (from != null && !Files.isDirectory(from)) {
      throw new UserError("--from %s is no folder; check the path".formatted(from));
    }
    PublishedSite published = PublishedSite.read(site);
    if (published.entries().isEmpty() && published.problems().isEmpty()) {
      throw new UserError(
          "There is no document of a Hugo site under %s. Give the site's root, the folder above content."
              .formatted(site));
    }
    IdentityImport imported = IdentityImport.of(published, links());
    if (!documents) {
      long count = new IdentityPublisher(connection).publish(imported.identities());
      return told(count, 0, imported.problems(), 0);
    }
    ArchiveImport archive =
        ArchiveImport.of(
            site,
            published,
            imported,
            KnownIdentities.load(connection),
            Clock.systemUTC().instant());
    long count = new IdentityPublisher(connection).publish(archive.identities());
    IngestReport report =
        new IngestRun(connection, new Documents(archive.documents()), done -> {}).run();
    if (archive.live() > 0) {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "Left as they are, because the cluster knows their curations: %s.%n",
              Counted.of(archive.live(), "document"));
    }
    return told(
        count, report.records(), archive.problems(), IngestReport.total(report.deadLettered()));
  }

  private record Documents(List<SourceItem> items) implements Source {
    @Override
    public String name() {
      return "published";
    }

    @Override
    public void read(Consumer<? super SourceItem> out) {
      items.forEach(out);
    }
  }

  private Map<String, Set<CurationId>> links() {
    return from == null
        ? Map.of()
        : new DirectorySource(
                from, Optional.empty(), AcceptedIndex.empty(), DirectorySource.Options.defaults())
            .links();
  }

  private int told(long identities, long records, List<SiteProblem> problems, long letters) {
    spec.commandLine()
        .getOut()
        .printf(
            Locale.ROOT,
            "Imported %s and %s; %s, %s.%n",
            Counted.of(identities, "identity", "identities"),
            Counted.of(records, "document"),
            Counted.of(problems.size(), "problem"),
            Counted.of(letters, "dead letter"));
    problems.forEach(problem -> spec.commandLine().getOut().println("  " + problem.message()));
    spec.commandLine().getOut().flush();
    return problems.isEmpty() && letters == 0 ? Exit.OK : Exit.DEAD_LETTERS;
  }
}
