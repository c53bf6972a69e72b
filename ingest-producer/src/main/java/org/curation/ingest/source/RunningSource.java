package org.curation.ingest.source;

import java.util.Optional;
import org.curation.service.program.RunningService;

/** A source that is read, or listened to, as long as the program runs. */
public interface RunningSource extends RunningService {
  /** A short name for people, logs and the readiness check. */
  String name();

  /** Begins; may be called once. */
  void start();

  /** Why it makes no progress; empty while it does. */
  Optional<String> failing();

  /**
   * Why a comparison with the source took nothing back although things are missing in it: a person
   * must decide. The source works on meanwhile, so this is no failure.
   */
  default Optional<String> refusal() {
    return Optional.empty();
  }
}
