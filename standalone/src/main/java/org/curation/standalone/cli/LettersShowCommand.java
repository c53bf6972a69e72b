package org.curation.standalone.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.curation.service.UserError;
import org.curation.service.letters.LetterText;
import org.curation.service.letters.LetterTopic;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows one dead letter. */
@Command(
    name = "show",
    description =
        "Shows a letter: what is said about it, what was decided, and the original bytes (as text where they are UTF-8, else as a hexadecimal dump).",
    mixinStandardHelpOptions = true)
final class LettersShowCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(paramLabel = "ID", description = "The letter's id, as list shows it.")
  @SuppressWarnings("NullAway.Init")
  private String id;

  @Option(
      names = "--raw",
      paramLabel = "FILE",
      description = "Writes the exact original bytes to a new file, or to standard output with -.")
  private @Nullable String raw;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  @Override
  public Integer call() throws Exception {
    List<ConsumerRecord<byte[], byte[]>> history;
    try (LetterTopic letters = new LetterTopic(cluster.connection())) {
      history = letters.history(id);
    }
    if (history.isEmpty()) {
      throw new UserError(
          "No dead letter is called \"%s\". See: curate dead-letters list --all".formatted(id));
    }
    byte[] bytes = LetterText.original(history).value();
    if (raw != null) {
      write(raw, bytes);
      return Exit.OK;
    }
    PrintWriter out = spec.commandLine().getOut();
    out.print(LetterText.page(history));
    out.printf("%n%d bytes:%n%s%n", bytes.length, LetterText.body(bytes));
    out.flush();
    return Exit.OK;
  }

  private static void write(String target, byte[] bytes) throws IOException {
    if (target.equals("-")) {
      OutputStream out = System.out;
      out.write(bytes);
      out.flush();
      return;
    }
    Path file = Path.of(target);
    if (Files.exists(file)) {
      throw new UserError("--raw %s exists already; name a new file".formatted(file));
    }
    Files.write(file, bytes);
  }
}
