package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.curation.ingest.capture.RecaptureRequests;
import org.curation.model.CaptureKey;
import org.curation.model.CaptureRequest;
import org.curation.model.CurationId;
import org.curation.model.topic.Partitioning;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Has links fetched again. */
@Command(
    name = "again",
    description = {
      "Has pages and attachments fetched again now; the capture program does it.",
      "What has not changed changes nothing; what is gone by now keeps its last content."
    },
    mixinStandardHelpOptions = true)
final class CapturesAgainCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(
      paramLabel = "ID",
      arity = "0..*",
      description =
          "Curations, for example open-project:4101, or single links as list shows them, for example open-project:4101|page (in quotes).")
  private List<String> ids = List.of();

  @Option(names = "--host", paramLabel = "HOST", description = "All links to this host.")
  private @Nullable String host;

  @Option(names = "--all", description = "All links.")
  private boolean all;

  @Option(names = "--dry-run", description = "Says what would be done and changes nothing.")
  private boolean dryRun;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Predicate<CaptureRequest> chosen = chosen();
    RecaptureRequests requests = new RecaptureRequests(cluster.connection(), Clock.systemUTC());
    int count = dryRun ? requests.count(chosen) : requests.send(chosen);
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%s %s fetched again.%s%n",
        Counted.of(count, "link"),
        dryRun ? "would be" : count == 1 ? "is" : "are",
        dryRun ? " This was a dry run; nothing was changed." : "");
    out.flush();
    if (count == 0 && !all) {
      throw new UserError(
          "No link fits. Ids have the form source:number or source:number|resource; curate captures list shows what there is.");
    }
    return Exit.OK;
  }

  private Predicate<CaptureRequest> chosen() {
    int ways = (ids.isEmpty() ? 0 : 1) + (host == null ? 0 : 1) + (all ? 1 : 0);
    if (ways != 1) {
      throw new ParameterException(
          spec.commandLine(), "give either ids, or --host HOST, or --all, and only one of them");
    }
    if (all) {
      return request -> true;
    }
    if (host != null) {
      String wanted = host.toLowerCase(Locale.ROOT);
      return request -> Partitioning.hostOf(request.url()).equals(wanted);
    }
    Set<CurationId> curations = new HashSet<>();
    Set<CaptureKey> links = new HashSet<>();
    for (String text : ids) {
      try {
        if (text.indexOf('|') < 0) {
          curations.add(CurationId.parse(text));
        } else {
          links.add(CaptureKey.parse(text));
        }
      } catch (IllegalArgumentException e) {
        throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
      }
    }
    return request -> curations.contains(request.key().id()) || links.contains(request.key());
  }
}
