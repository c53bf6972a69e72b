package org.curation.standalone;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much a broker has on its disk, which shows from outside how far the processes are that write
 * to it.
 *
 * @param data the broker's folder
 */
record BrokerLog(Path data) {
  /** Bytes of a topic's records. */
  long bytes(String topic) {
    long sum = 0;
    for (int partition = 0; partition < EmbeddedCluster.PARTITIONS; partition++) {
      Path folder = data.resolve("kafka").resolve(topic + "-" + partition);
      if (Files.isDirectory(folder)) {
        try (Stream<Path> files = Files.list(folder)) {
          sum +=
              files
                  .filter(file -> file.toString().endsWith(".log"))
                  .mapToLong(BrokerLog::size)
                  .sum();
        } catch (IOException e) {
          // Gone while it was looked at: counted at the next look.
        }
      }
    }
    return sum;
  }

  /** Bytes of a file; 0 while there is none. */
  static long size(Path file) {
    try {
      return Files.exists(file) ? Files.size(file) : 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
