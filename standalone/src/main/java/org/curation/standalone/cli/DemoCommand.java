package org.curation.standalone.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.curation.standalone.FolderLock;
import org.curation.standalone.Run;
import org.curation.standalone.RunRequest;
import org.curation.standalone.RunResult;
import org.curation.standalone.RunText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Runs the main job on the samples. */
@Command(
    name = "demo",
    description = "Runs the pipeline on samples/ with an embedded broker and shows the result.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {
  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "Root of the demo's site (default: demo-out in the project's folder).")
  private @Nullable Path out;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    PrintWriter print = spec.commandLine().getOut();
    Path samples = Home.folder().resolve("samples");
    Path target = out != null ? out : Home.folder().resolve("demo-out");
    if (out == null) {
      // A demo shows the whole story each time; folders that somebody named are left alone.
      startAfresh(target);
    }
    print.printf("Running the pipeline on %s, from nothing to %s …%n", samples, target);
    print.flush();
    RunRequest request =
        new RunRequest(
            samples,
            target,
            Optional.empty(),
            Home.folder().resolve("site"),
            RunRequest.beside(target, ".data"),
            Optional.of(samples.resolve("webhook-secret.txt")),
            false,
            0,
            Optional.empty());
    RunResult result;
    try (ReadProgress progress = new ReadProgress(System.err)) {
      result = new Run(request, progress, Clock.systemUTC()).run();
    }
    print.print(RunText.forPeople(result, true));
    print.printf(
        "%nThe samples hold a record that no lane takes and a forged webhook on purpose.%n");
    print.printf("Look at    %s%n", target.resolve("content"));
    print.printf("The input  %s%n", samples.resolve("README.md"));
    print.printf(
        "Run the same again, and nothing changes (exit code 3: a dead letter is open):%n  '%s' run --from '%s' --webhook-secret-file '%s' --out '%s'%n",
        Home.folder().resolve("curate"), samples, samples.resolve("webhook-secret.txt"), target);
    print.flush();
    return Exit.OK;
  }

  private static void startAfresh(Path target) throws IOException {
    Path data = RunRequest.beside(target, ".data");
    try (FolderLock mine = FolderLock.take(data)) {
      clear(target);
      clear(data);
      clear(RunRequest.beside(target, ".ledger"));
    }
  }

  /** Locks stay: who has one open would hold a file that nobody else sees. */
  private static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        String name = String.valueOf(path.getFileName());
        boolean keep = name.equals(FolderLock.FILE) || name.equals("lock");
        if (!keep && !(Files.isDirectory(path) && !isEmpty(path))) {
          Files.delete(path);
        }
      }
    }
  }

  private static boolean isEmpty(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }
}
