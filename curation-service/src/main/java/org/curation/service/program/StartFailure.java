package org.curation.service.program;

import java.util.regex.Pattern;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.curation.service.AnotherInstance;

/** Says in words why a program could not be started by Kafka's clients. Pure. */
final class StartFailure {
  /** How clients begin when one can't be made. */
  private static final Pattern NOT_MADE = Pattern.compile("Failed to (construct|create new) .*");

  private StartFailure() {}

  /** The reason and what to do. Only what settings are to blame for is blamed on settings. */
  static String text(String program, KafkaException failure) {
    return AnotherInstance.explained(program, failure)
        .orElseGet(
            () ->
                isOfSettings(failure)
                    ? "Kafka's client can't be made: %s. Check the keys under kafka."
                        .formatted(deepest(failure))
                    : "%s can't start: %s.".formatted(program, deepest(failure)));
  }

  private static boolean isOfSettings(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof ConfigException
          || NOT_MADE.matcher(String.valueOf(cause.getMessage())).matches()) {
        return true;
      }
    }
    return false;
  }

  private static String deepest(KafkaException failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    return String.valueOf(cause.getMessage());
  }
}
