package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.curation.ingest.capture.LinkListing;
import org.curation.ingest.capture.LinkState;
import org.curation.ingest.source.Excerpt;
import org.curation.model.LinkHealth;
import org.curation.model.topic.JsonSerde;
import org.curation.model.topic.Partitioning;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Lists how captured links are. */
@Command(
    name = "list",
    description = {
      "Lists how each captured link is and when it is looked at again, and counts by condition.",
      "--format json prints one object for each link on a line of its own, and no counts."
    },
    mixinStandardHelpOptions = true)
final class CapturesListCommand implements Callable<Integer> {
  private static final String ROW = "%-10s  %-20s  %-36s  %s%n";
  private static final JsonSerde<LinkHealth> HEALTH = JsonSerde.of(LinkHealth.class);

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--condition",
      paramLabel = "CONDITION",
      description = "Only links in this condition: ${COMPLETION-CANDIDATES}.")
  private @Nullable LinkState condition;

  @Option(names = "--host", paramLabel = "HOST", description = "Only links to this host.")
  private @Nullable String host;

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "100",
      description = "Shows at most so many; all are counted. 0 shows all (default: 100).")
  private long limit;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "How to print (default: text).")
  private Format format = Format.TEXT;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (limit < 0) {
      throw new ParameterException(
          spec.commandLine(), "--limit must be 0 or more, not %d".formatted(limit));
    }
    List<LinkHealth> links = LinkListing.read(cluster.connection(), this::isChosen);
    List<LinkHealth> shown = limit == 0 ? links : links.stream().limit(limit).toList();
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      shown.forEach(link -> out.println(new String(HEALTH.write(link), StandardCharsets.UTF_8)));
    } else {
      if (!shown.isEmpty()) {
        out.printf(ROW, "CONDITION", "SINCE", "LINK", "URL");
      }
      shown.forEach(link -> row(out, link));
      if (shown.size() < links.size()) {
        out.printf("… and %d more; --limit 0 shows all%n", links.size() - shown.size());
      }
      out.printf("%s.%n", Counted.of(links.size(), "link"));
      Map<LinkState, Long> counts =
          links.stream()
              .collect(Collectors.groupingBy(LinkState::of, TreeMap::new, Collectors.counting()));
      counts.forEach((each, count) -> out.printf("  %-10s %d%n", each, count));
    }
    out.flush();
    return Exit.OK;
  }

  private boolean isChosen(LinkHealth link) {
    return (condition == null || LinkState.of(link) == condition)
        && (host == null || Partitioning.hostOf(link.url()).equals(host.toLowerCase(Locale.ROOT)));
  }

  private static void row(PrintWriter out, LinkHealth link) {
    String reason = link.reason();
    out.printf(
        ROW,
        LinkState.of(link),
        link.since().truncatedTo(ChronoUnit.SECONDS),
        Excerpt.of(link.key().toString()),
        Excerpt.of(link.url()) + (reason == null ? "" : "  (" + Excerpt.of(reason) + ")"));
  }
}
