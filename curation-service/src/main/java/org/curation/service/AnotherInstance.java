package org.curation.service;

import java.util.Optional;
import org.apache.kafka.common.errors.FencedInstanceIdException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;

/** Says in words that brokers shut a program out because another one came in its name. Pure. */
public final class AnotherInstance {
  private AnotherInstance() {}

  /**
   * What runs already and what to do; empty when a failure has another reason.
   *
   * @param program one of the words of {@code curate start}
   */
  public static Optional<String> explained(String program, Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof FencedInstanceIdException || cause instanceof ProducerFencedException) {
        return Optional.of(
            "Another %s runs on this cluster under the same name and took the place of this one. %s"
                .formatted(program, advice(program)));
      }
    }
    return Optional.empty();
  }

  /**
   * Whether a transaction was shut out by another of its id. Brokers say the same after a stall
   * that was longer than a transaction may last.
   */
  public static boolean mayBe(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ProducerFencedException
          || cause instanceof InvalidProducerEpochException) {
        return true;
      }
    }
    return false;
  }

  private static String advice(String program) {
    return switch (program) {
      case "capture", "enrich" ->
          "Stop one of them, or give each its own %s.instance.".formatted(program);
      default -> "Only one may run: stop one of them.";
    };
  }
}
