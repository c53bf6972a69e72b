package org.curation.service.program;

import java.util.List;
import org.curation.service.configuration.Configuration;

/** One of the pipeline's programs. */
public interface Program {
  /** Its name, which is its section in the configuration. */
  String name();

  /** The port of health and metrics when none is given. */
  int port();

  /** One sentence for its help. */
  String purpose();

  /** Its consumer group; empty when it has none. */
  default String group() {
    return "";
  }

  /** What the group reads. */
  default List<String> inputs() {
    return List.of();
  }

  /**
   * Checks what can be checked without a cluster.
   *
   * @throws org.curation.service.UserError with every problem
   */
  void check(Configuration configuration);

  /**
   * Starts and returns; the cluster answers and its topics are there.
   *
   * @throws org.curation.service.UserError for what the person at the keyboard can mend
   */
  RunningService start(ProgramContext context);
}
