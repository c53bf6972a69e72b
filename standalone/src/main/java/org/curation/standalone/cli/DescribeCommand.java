package org.curation.standalone.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.Callable;
import org.curation.standalone.DescribedPages;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what saved pages say about themselves. */
@Command(
    name = "describe",
    description = {
      "Reads saved pages and writes what they say about themselves: title, description, byline, dates, image and more, one JSON file a page.",
      "Nothing is fetched.",
      "Exit codes: 0 all pages described, 1 some were not (the others were), 2 wrong usage."
    },
    mixinStandardHelpOptions = true)
final class DescribeCommand implements Callable<Integer> {
  @Option(
      names = "--pages",
      required = true,
      paramLabel = "FILE.ndjson",
      description = {
        "The pages, one a line: {\"id\":\"a1\",\"url\":\"https://…\",\"file\":\"a1.html\"}.",
        "file is relative to the folder of FILE.ndjson and stays below it; url may be null."
      })
  @SuppressWarnings("NullAway.Init")
  private Path pages;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "DIR",
      description = "Where DIR/<id>.json is written; made when it is missing.")
  @SuppressWarnings("NullAway.Init")
  private Path out;

  @Option(
      names = "--explain",
      description = "Adds where each value stands and what else it could have been.")
  private boolean explain;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter told = spec.commandLine().getErr();
    DescribedPages described =
        new DescribedPages(pages, out, explain, Clock.systemUTC().instant(), told::println);
    DescribedPages.Count count = described.run();
    told.flush();
    PrintWriter summary = spec.commandLine().getOut();
    summary.printf(
        "%d %s described, %d not.%n",
        count.described(), count.described() == 1 ? "page" : "pages", count.failed());
    summary.flush();
    return count.failed() == 0 ? Exit.OK : Exit.FAILED;
  }
}
