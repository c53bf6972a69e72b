package org.curation.standalone;

import java.nio.file.Path;
import org.curation.service.KafkaConnection;

/** The cluster that a run or the services work on, with the topic catalogue on it. */
public interface RunCluster extends AutoCloseable {
  /** How to reach it. */
  KafkaConnection connection();

  /** The name of the capture worker among those of the cluster. */
  String captureInstance();

  /** Lets go of it. */
  @Override
  void close();

  /** Opens a cluster when it is needed. */
  @FunctionalInterface
  interface Opening {
    /**
     * Opens it.
     *
     * @param data a folder for what must be kept on this machine
     * @throws org.curation.service.UserError when its topics don't fit
     */
    RunCluster open(Path data);
  }
}
