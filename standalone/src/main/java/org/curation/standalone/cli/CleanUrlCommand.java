package org.curation.standalone.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.curation.enrich.link.Cleaned;
import org.curation.enrich.link.UrlCleaner;
import org.curation.enrich.link.rules.RuleSet;
import org.curation.enrich.link.rules.UrlRules;
import org.curation.enrich.yaml.Problem;
import org.curation.enrich.yaml.Problems;
import org.curation.service.UserError;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Cleans addresses as lanes with {@code link: cleaned} do. */
@Command(
    name = "clean-url",
    description = {
      "Cleans web addresses: takes redirects and trackers off, offline, by rules.",
      "Reads addresses from arguments, else from standard input, one a line; writes one a line.",
      "A rejected address gives an empty line, and its reason on standard error.",
      "Exit codes: 0 fine, 1 something was rejected (with --ndjson: a line could not be read), 2 wrong usage or rules."
    },
    mixinStandardHelpOptions = true)
final class CleanUrlCommand implements Callable<Integer> {
  @Parameters(paramLabel = "URL", description = "Addresses; none: standard input is read.")
  private List<String> urls = List.of();

  @Option(names = "--explain", description = "Also tell key, rules and each step.")
  private boolean explain;

  @Option(
      names = "--ndjson",
      description =
          "Reads {\"id\":…,\"url\":…} a line from standard input and writes a JSON object a line,"
              + " in the same order.")
  private boolean ndjson;

  @Option(
      names = "--site",
      paramLabel = "DIR",
      description = "Site folder whose url-rules.yaml is used (default: the built-in rules).")
  private @Nullable Path site;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    if (ndjson && (explain || !urls.isEmpty())) {
      throw new UserError("--ndjson reads standard input and always explains; leave the rest out");
    }
    UrlCleaner cleaner = new UrlCleaner(rules());
    PrintWriter out = spec.commandLine().getOut();
    try {
      return ndjson
          ? new UrlLines(cleaner, out).clean(StandardInput.bytes())
          : clean(cleaner, out) ? Exit.OK : Exit.FAILED;
    } finally {
      out.flush();
    }
  }

  private boolean clean(UrlCleaner cleaner, PrintWriter out) throws IOException {
    boolean fine = true;
    if (!urls.isEmpty()) {
      for (String url : urls) {
        fine &= show(cleaner.clean(url), out);
      }
      return fine;
    }
    BufferedReader in = StandardInput.text();
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      fine &= show(cleaner.clean(line), out);
      if (!in.ready() && StandardOutput.isGone(out)) {
        throw new IOException("nobody takes the output any more");
      }
    }
    return fine;
  }

  private boolean show(Cleaned cleaned, PrintWriter out) {
    out.println(cleaned.clean() == null ? "" : cleaned.clean());
    if (cleaned.reason() != null) {
      out.flush();
      PrintWriter err = spec.commandLine().getErr();
      err.println(
          "rejected (%s): %s: %s"
              .formatted(
                  cleaned.reason().code(), cleaned.reason().message(), shown(cleaned.original())));
      err.flush();
    }
    if (explain) {
      out.println("  outcome  " + cleaned.outcome().word());
      out.println("  key      " + (cleaned.key() == null ? "-" : cleaned.key()));
      out.println(
          "  rules    "
              + cleaned.rules().version()
              + " "
              + cleaned.rules().hash().substring(0, 12));
      cleaned
          .steps()
          .forEach(
              step ->
                  out.println(
                      "  step     %s: %s -> %s"
                          .formatted(
                              step.rule(),
                              step.before(),
                              step.after().isEmpty() ? "(nothing)" : step.after())));
    }
    return cleaned.reason() == null;
  }

  private static String shown(String original) {
    String line = original.replaceAll("\\p{Cntrl}", "?");
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }

  private RuleSet rules() {
    if (site == null) {
      return UrlRules.builtIn();
    }
    if (!Files.isDirectory(site)) {
      throw new UserError("--site %s is no folder; check the path".formatted(site));
    }
    Problems problems = new Problems();
    RuleSet rules = UrlRules.ofSite(site, problems);
    if (!problems.isEmpty()) {
      throw new UserError(
          problems.list().stream().map(Problem::toString).collect(Collectors.joining("\n")));
    }
    return rules;
  }
}
