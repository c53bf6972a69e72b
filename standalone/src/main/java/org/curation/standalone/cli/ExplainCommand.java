package org.curation.standalone.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.curation.model.CurationId;
import org.curation.model.topic.Json;
import org.curation.service.UserError;
import org.curation.standalone.ExplainText;
import org.curation.standalone.Explained;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Says why a document looks as it does. */
@Command(
    name = "explain",
    description = {
      "Says what became of a curation and why its document looks as it does: each value with its rule, its source and what else there was; each decision; what the stores did.",
      "--format json prints the same as one object.",
      "Exit codes: 0 explained, 1 nothing is known of it, 2 wrong usage (an id that is none, too)."
    },
    mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
  @Mixin private ClusterOptions cluster = new ClusterOptions();

  @Parameters(paramLabel = "ID", description = "The curation, for example open-project:3719.")
  @SuppressWarnings("NullAway.Init")
  private String id;

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
  public Integer call() throws InterruptedException, JsonProcessingException {
    CurationId curation = parse(id);
    Explained explained = Explained.read(cluster.connection(), curation);
    if (explained.accepted() == null && explained.document() == null) {
      PrintWriter err = spec.commandLine().getErr();
      err.printf(
          "Nothing is known of %s on this cluster: it was never ingested, or has another number.%n"
              + "Ids are written like open-project:3719 or dropmark:9000001. What was read and could not be handled:%n"
              + "  curate dead-letters list --key %s%n",
          curation, curation);
      err.flush();
      return Exit.FAILED;
    }
    PrintWriter out = spec.commandLine().getOut();
    if (format == Format.JSON) {
      out.println(Json.mapper().writeValueAsString(explained));
    } else {
      ExplainText.of(explained).forEach(out::println);
    }
    out.flush();
    return Exit.OK;
  }

  private static CurationId parse(String text) {
    try {
      return CurationId.parse(text);
    } catch (IllegalArgumentException e) {
      throw new UserError(
          "\"%s\" is no id of a curation; write its source, a colon and its number there, like open-project:3719"
              .formatted(text),
          e);
    }
  }
}
