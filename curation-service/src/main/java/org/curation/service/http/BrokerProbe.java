package org.curation.service.http;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeClusterOptions;
import org.curation.service.KafkaConnection;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the cluster every two seconds whether it is there, with a client of its own. Tells an outage
 * within some six seconds and its end within some three. Safe for use by threads.
 */
public final class BrokerProbe implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerProbe.class);
  private static final Duration EVERY = Duration.ofSeconds(2);
  private static final int PATIENCE_MILLIS = 2000;
  private static final long STALE_NANOS = Duration.ofSeconds(6).toNanos();

  private final String servers;
  private final Admin admin;
  private final ScheduledExecutorService asking =
      Executors.newSingleThreadScheduledExecutor(
          work -> {
            Thread thread = new Thread(work, "broker-probe");
            thread.setDaemon(true);
            return thread;
          });
  private volatile @Nullable String problem;
  private volatile long answered = System.nanoTime() - STALE_NANOS;

  /**
   * Begins to ask.
   *
   * @throws org.apache.kafka.common.KafkaException when the connection settings are not usable
   */
  public BrokerProbe(KafkaConnection connection) {
    servers = connection.bootstrapServers();
    problem = "no answer from %s yet".formatted(servers);
    Map<String, Object> config = new HashMap<>(connection.common("curation-probe"));
    config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    config.put(CommonClientConfigs.RECONNECT_BACKOFF_MAX_MS_CONFIG, 1000);
    config.put(CommonClientConfigs.SOCKET_CONNECTION_SETUP_TIMEOUT_MS_CONFIG, 1500L);
    admin = Admin.create(config);
    var unused =
        asking.scheduleWithFixedDelay(this::ask, 0, EVERY.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Why the cluster can't be reached; empty when it can. */
  public Optional<String> failing() {
    String known = problem;
    if (known == null && System.nanoTime() - answered > STALE_NANOS) {
      return Optional.of("no answer from %s for more than 6 s".formatted(servers));
    }
    return Optional.ofNullable(known);
  }

  private void ask() {
    try {
      admin
          .describeCluster(new DescribeClusterOptions().timeoutMs(PATIENCE_MILLIS))
          .nodes()
          .get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
      answered = System.nanoTime();
      problem = null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (TimeoutException | java.util.concurrent.ExecutionException e) {
      Throwable cause = e.getCause() == null ? e : e.getCause();
      String message = cause.getMessage();
      problem =
          "no answer from %s: %s%s"
              .formatted(
                  servers,
                  cause.getClass().getSimpleName(),
                  message == null ? "" : " (" + message + ")");
      LOG.atDebug().log("{}", problem);
    } catch (RuntimeException e) {
      problem = "asking %s failed: %s".formatted(servers, e);
    }
  }

  @Override
  public void close() {
    asking.shutdownNow();
    admin.close(Duration.ZERO);
  }
}
