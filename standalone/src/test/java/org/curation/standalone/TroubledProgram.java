package org.curation.standalone;

import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.curation.service.configuration.Configuration;
import org.curation.service.program.Program;
import org.curation.service.program.ProgramCommand;
import org.curation.service.program.ProgramContext;
import org.curation.service.program.RunningService;

/** A program that never stops, or fails as soon as it runs. */
abstract class TroubledProgram implements Program {
  /** Does not stop when it is told to. */
  static final class Stubborn extends TroubledProgram {
    public static void main(String[] arguments) {
      ProgramCommand.main(new Stubborn(), arguments);
    }

    @Override
    public Optional<Throwable> trouble() {
      return Optional.empty();
    }
  }

  /** Fails by itself. */
  static final class Failing extends TroubledProgram {
    public static void main(String[] arguments) {
      ProgramCommand.main(new Failing(), arguments);
    }

    @Override
    public Optional<Throwable> trouble() {
      return Optional.of(new IllegalStateException("the bottom fell out"));
    }
  }

  abstract Optional<Throwable> trouble();

  @Override
  public String name() {
    return "sink";
  }

  @Override
  public int port() {
    return 0;
  }

  @Override
  public String purpose() {
    return "Makes trouble.";
  }

  @Override
  public void check(Configuration configuration) {}

  @Override
  public RunningService start(ProgramContext context) {
    return new RunningService() {
      @Override
      public Optional<Throwable> failure() {
        return trouble();
      }

      @Override
      public void close() {
        if (trouble().isEmpty()) {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        }
      }
    };
  }
}
