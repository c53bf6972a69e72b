package org.curation.service.program;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.ConfigurationReader;
import org.curation.service.configuration.Keys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line that all programs have. */
@Command(
    mixinStandardHelpOptions = true,
    footer = {
      "Without --config everything comes from the environment. docs/configuration.md explains all keys.",
      "Exit codes: 0 stopped when told to, 1 failed while running, 2 wrong usage or configuration,",
      "5 did not stop within the grace time."
    })
public final class ProgramCommand implements Callable<Integer> {
  private static final Logger LOG = LoggerFactory.getLogger(ProgramCommand.class);
  private static final long LAST_CALL_MILLIS = 2000;

  private final Program program;
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger code = new AtomicInteger(ExitCode.FAILED);

  @Option(names = "--config", paramLabel = "FILE", description = "The configuration, as YAML.")
  private @Nullable Path file;

  @Option(names = "--check", description = "Checks the configuration and ends.")
  private boolean check;

  @Spec
  @SuppressWarnings("NullAway.Init")
  private CommandSpec spec;

  ProgramCommand(Program program) {
    this.program = program;
  }

  /** Runs a program to its end and ends the process with its exit code. */
  public static void main(Program program, String[] arguments) {
    ProgramCommand command = new ProgramCommand(program);
    int code = command.commandLine().execute(arguments);
    command.code.set(code);
    command.ended.countDown();
    System.exit(code);
  }

  CommandLine commandLine() {
    CommandLine line = new CommandLine(this);
    line.getCommandSpec().name("curation-" + program.name());
    line.getCommandSpec().usageMessage().description(program.purpose());
    line.setParameterExceptionHandler(
        (mistake, arguments) -> {
          line.getErr().println(mistake.getMessage());
          line.getErr().println("See --help.");
          line.getErr().flush();
          return ExitCode.USAGE;
        });
    return line;
  }

  @Override
  public Integer call() throws InterruptedException {
    Configuration configuration;
    try {
      Set<String> sections = new TreeSet<>(ConfigurationReader.COMMON);
      sections.add(program.name());
      configuration =
          ConfigurationReader.read(
              Optional.ofNullable(file), System.getenv(), sections, program::check);
    } catch (UserError e) {
      return tell(String.valueOf(e.getMessage()));
    }
    try {
      if (check) {
        program.check(configuration);
        PrintWriter out = spec.commandLine().getOut();
        out.println("The configuration is fine.");
        out.flush();
        return ExitCode.OK;
      }
      Logging.configure(configuration);
      LOG.atInfo()
          .addKeyValue("configuration", configuration.shown())
          .log("{} starts", program.name());
      return run(configuration);
    } catch (UserError | ConfigException e) {
      return tell(configuration.withoutSecrets(String.valueOf(e.getMessage())));
    } catch (KafkaException e) {
      return tell(configuration.withoutSecrets(StartFailure.text(program.name(), e)));
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).log("{} failed", program.name());
      return ExitCode.FAILED;
    }
  }

  /** A signal opens the latch; the process ends when all is closed, or the grace time is over. */
  private int run(Configuration configuration) throws InterruptedException {
    CountDownLatch stop = new CountDownLatch(1);
    long patience = configuration.get(Keys.GRACE).toMillis() + LAST_CALL_MILLIS;
    Thread signalled = new Thread(() -> end(stop, patience), "stop");
    Runtime.getRuntime().addShutdownHook(signalled);
    try {
      return new ProgramRun(program, configuration).until(stop);
    } finally {
      if (stop.getCount() > 0) {
        unlisten(signalled);
      }
    }
  }

  /** Nobody told it to stop, so there is nobody to wait for its end. */
  private static void unlisten(Thread signalled) {
    try {
      var unused = Runtime.getRuntime().removeShutdownHook(signalled);
    } catch (IllegalStateException e) {
      LOG.atDebug().log("told to stop while ending by itself");
    }
  }

  private void end(CountDownLatch stop, long patience) {
    stop.countDown();
    try {
      if (!ended.await(patience, TimeUnit.MILLISECONDS)) {
        code.set(ExitCode.GRACE_EXCEEDED);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    // A stop that was asked for is a success, whatever signal asked for it.
    Runtime.getRuntime().halt(code.get());
  }

  private int tell(String problem) {
    spec.commandLine().getErr().println(problem);
    spec.commandLine().getErr().flush();
    return ExitCode.USAGE;
  }
}
