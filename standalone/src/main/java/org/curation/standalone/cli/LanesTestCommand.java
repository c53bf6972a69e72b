package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.curation.enrich.archetype.Lane;
import org.curation.enrich.archetype.SiteConfiguration;
import org.curation.service.UserError;
import org.curation.standalone.ExpectedDocuments;
import org.curation.standalone.OfflineRendering;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Renders raw records through the lanes and compares with what is expected. */
@Command(
    name = "test",
    description = {
      "Renders the records under --from through the lanes, without Kafka, and compares the documents with the files under --expected (any file that starts with ---).",
      "Exit codes: 0 equal, 4 different, 2 wrong usage or configuration."
    },
    mixinStandardHelpOptions = true)
final class LanesTestCommand implements Callable<Integer> {
  @Mixin private InputOptions input = new InputOptions();

  @Option(
      names = "--expected",
      paramLabel = "DIR",
      description = "Finished documents; without it each document's lane and path are listed.")
  private @Nullable Path expected;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    requireFolder("--from", input.from());
    input.published().ifPresent(folder -> requireFolder("--published", folder));
    SiteConfiguration configuration = SiteConfiguration.load(input.site());
    OfflineRendering rendering =
        new OfflineRendering(configuration, input.from(), Clock.systemUTC());
    Map<String, byte[]> rendered =
        rendering.render(input.from(), input.verifier(), input.published());
    PrintWriter out = spec.commandLine().getOut();
    rendering.problems().forEach(problem -> out.println("not rendered: " + problem));
    rendering.warnings().forEach(warning -> out.println("warning: " + warning));
    rendering.waiting().forEach((id, why) -> out.printf("waiting: %s: %s%n", id, why));
    if (expected == null) {
      rendering.lanes().forEach((path, lane) -> out.printf("%-16s %s%n", lane, path));
      configuration.lanes().lanes().stream()
          .map(Lane::name)
          .filter(lane -> !rendering.lanes().containsValue(lane))
          .forEach(lane -> out.printf("%-16s (no document)%n", lane));
      out.flush();
      return Exit.OK;
    }
    requireFolder("--expected", expected);
    List<String> differences = ExpectedDocuments.differences(expected, rendered);
    differences.forEach(out::println);
    out.printf(
        "%s rendered; expected files that no document equals: %d.%n",
        Counted.of(rendered.size(), "document"), differences.size());
    out.flush();
    return differences.isEmpty() ? Exit.OK : Exit.DIFFERENT;
  }

  private static void requireFolder(String option, Path folder) {
    if (!Files.isDirectory(folder)) {
      throw new UserError("%s %s is no folder; check the path".formatted(option, folder));
    }
  }
}
