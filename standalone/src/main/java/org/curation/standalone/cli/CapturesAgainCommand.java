package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.curation.ingest.capture.RecaptureRequests;
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
      description = "Curation ids, for example open-project:4101.")
  private List<String> ids = List.of();

  @Option(names = "--host", paramLabel = "HOST", description = "All links to this host.")
  private @Nullable String host;

  @Option(names = "--all", description = "All links.")
  private boolean all;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    Predicate<CaptureRequest> chosen = chosen();
    int sent = new RecaptureRequests(cluster.connection(), Clock.systemUTC()).send(chosen);
    PrintWriter out = spec.commandLine().getOut();
    out.printf("%d links are fetched again.%n", sent);
    out.flush();
    if (sent == 0 && !all) {
      throw new UserError(
          "No link fits. Ids have the form source:number; curate captures list shows what there is.");
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
    Set<CurationId> wanted = ids.stream().map(this::id).collect(Collectors.toSet());
    return request -> wanted.contains(request.key().id());
  }

  private CurationId id(String text) {
    try {
      return CurationId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
    }
  }
}
