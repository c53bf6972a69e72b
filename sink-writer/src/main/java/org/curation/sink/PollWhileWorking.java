package org.curation.sink;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;

/**
 * Has work done on another thread while the paused consumer goes on polling: a store may be slow or
 * away for any time, and the group does not take its partitions for dead.
 */
final class PollWhileWorking {
  private static final long LOOK_EVERY_MILLIS = 100;

  private final Consumer<byte[], byte[]> consumer;
  private final Partitions partitions;
  private final ExecutorService worker;

  PollWhileWorking(
      Consumer<byte[], byte[]> consumer, Partitions partitions, ExecutorService worker) {
    this.consumer = consumer;
    this.partitions = partitions;
    this.worker = worker;
  }

  <T> T await(Callable<T> work) throws InterruptedException {
    partitions.pauseAll();
    Future<T> result = worker.submit(work);
    try {
      while (true) {
        try {
          return result.get(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException stillWorking) {
          consumer.poll(Duration.ZERO);
        }
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw new KafkaException(e.getCause());
    } finally {
      partitions.resumeRead();
    }
  }
}
