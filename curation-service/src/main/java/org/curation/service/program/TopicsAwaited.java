package org.curation.service.program;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.curation.model.topic.TopicSpec;
import org.curation.model.topic.Topics;
import org.curation.service.TopicCreation;
import org.curation.service.UserError;
import org.curation.service.configuration.Configuration;
import org.curation.service.configuration.Keys;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits until the cluster answers and has the topics; creates them when it is told to. */
final class TopicsAwaited {
  private static final Logger LOG = LoggerFactory.getLogger(TopicsAwaited.class);
  private static final int PATIENCE_MILLIS = 5000;
  private static final long PAUSE_MILLIS = 1000;

  private final Configuration configuration;
  private volatile @Nullable String why = "not looked at yet";

  TopicsAwaited(Configuration configuration) {
    this.configuration = configuration;
  }

  /** What is waited for. */
  Optional<String> failing() {
    return Optional.ofNullable(why);
  }

  /**
   * Waits.
   *
   * @return whether the topics are there; false when it was stopped before
   * @throws UserError when the topics are there, but not as configured
   */
  boolean await(CountDownLatch stop) throws InterruptedException {
    Map<String, Object> config =
        new HashMap<>(configuration.connection().common("curation-topics"));
    config.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    config.put(AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, PATIENCE_MILLIS);
    try (Admin admin = Admin.create(config)) {
      do {
        String before = why;
        why = look(admin).orElse(null);
        if (why == null) {
          return true;
        }
        if (!why.equals(before)) {
          LOG.atInfo().log("waiting: {}", configuration.withoutSecrets(why));
        }
      } while (!stop.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS));
      return false;
    }
  }

  private Optional<String> look(Admin admin) throws InterruptedException {
    try {
      if (!configuration.get(Keys.CREATE_TOPICS)) {
        Set<String> there = admin.listTopics().names().get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        List<String> missing =
            Topics.ALL.stream().map(TopicSpec::name).filter(name -> !there.contains(name)).toList();
        if (!missing.isEmpty()) {
          return Optional.of(
              "topics are missing: %s. Create them with \"curate topics create\", or set topics.create to true"
                  .formatted(String.join(", ", missing)));
        }
      }
      new TopicCreation(admin)
          .create(configuration.get(Keys.PARTITIONS), configuration.replication());
      return Optional.empty();
    } catch (UserError e) {
      throw e;
    } catch (ExecutionException | TimeoutException | RuntimeException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      Throwable cause = e.getCause() == null ? e : e.getCause();
      return Optional.of("the topics can't be looked at: " + cause);
    }
  }
}
