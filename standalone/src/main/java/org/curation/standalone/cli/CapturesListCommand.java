package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.curation.ingest.capture.LinkListing;
import org.curation.ingest.source.Excerpt;
import org.curation.model.LinkHealth;
import org.curation.model.LinkHealth.Condition;
import org.curation.model.topic.JsonSerde;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
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
  private static final JsonSerde<LinkHealth> HEALTH = JsonSerde.of(LinkHealth.class);

  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Option(
      names = "--condition",
      paramLabel = "CONDITION",
      description = "Only links in this condition: ${COMPLETION-CANDIDATES}.")
  private @Nullable Condition condition;

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
    List<LinkHealth> links = LinkListing.read(cluster.connection(), Optional.ofNullable(condition));
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      links.forEach(link -> out.println(new String(HEALTH.write(link), StandardCharsets.UTF_8)));
    } else {
      links.forEach(link -> out.println(row(link)));
      out.printf("%d links.%n", links.size());
      Map<Condition, Long> counts =
          links.stream()
              .collect(
                  Collectors.groupingBy(
                      LinkHealth::condition, TreeMap::new, Collectors.counting()));
      counts.forEach((each, count) -> out.printf("  %-8s %d%n", each, count));
    }
    out.flush();
    return Exit.OK;
  }

  private static String row(LinkHealth link) {
    String reason = link.reason();
    return "%-8s since %s  %s  %s%s"
        .formatted(
            link.condition(),
            link.since(),
            Excerpt.of(link.key().toString()),
            Excerpt.of(link.url()),
            reason == null ? "" : "  (" + Excerpt.of(reason) + ")");
  }
}
